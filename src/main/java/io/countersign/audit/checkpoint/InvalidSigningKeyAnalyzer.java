package io.countersign.audit.checkpoint;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains what is wrong with the key instead of a stack trace, and never prints the key. */
class InvalidSigningKeyAnalyzer extends AbstractFailureAnalyzer<InvalidSigningKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSigningKeyException cause) {
        return new FailureAnalysis(
                "The signing key of the audit log cannot be used:" + System.lineSeparator() + System.lineSeparator()
                        + cause.getMessage(),
                "Provide an Ed25519 private key in PKCS#8 format (PEM or base64), such as openssl genpkey -algorithm ed25519 creates,"
                        + " and name its ID or public key in countersign.audit.trusted-keys if that is set.",
                cause);
    }
}
