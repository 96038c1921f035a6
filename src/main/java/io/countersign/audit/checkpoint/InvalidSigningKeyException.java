package io.countersign.audit.checkpoint;

import io.countersign.audit.chain.SigningKey;

/** The signing key cannot be used; the application does not start without one. */
final class InvalidSigningKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSigningKeyException(String problem) {
        super(problem);
    }

    InvalidSigningKeyException(String problem, Exception cause) {
        super(problem, cause);
    }

    /** The configured trusted keys do not contain the key that signs. */
    static InvalidSigningKeyException untrusted(SigningKey key) {
        return new InvalidSigningKeyException("countersign.audit.trusted-keys: does not contain the key that signs, "
                + key.id() + " (public key " + key.publicKey() + ")");
    }
}
