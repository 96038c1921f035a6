package io.countersign.audit.checkpoint;

/** The signing key cannot be used; the application does not start without one. */
final class InvalidSigningKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSigningKeyException(String problem) {
        super(problem);
    }

    InvalidSigningKeyException(String problem, Exception cause) {
        super(problem, cause);
    }
}
