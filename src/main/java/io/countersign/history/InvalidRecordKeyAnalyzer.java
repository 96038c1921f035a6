package io.countersign.history;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with the key, and never the key, in place of a stack trace. */
class InvalidRecordKeyAnalyzer extends AbstractFailureAnalyzer<InvalidRecordKey> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidRecordKey cause) {
        return new FailureAnalysis(
                "The signing key of the audit log cannot be used:" + System.lineSeparator() + System.lineSeparator()
                        + cause.getMessage(),
                "Provide an Ed25519 private key in PKCS#8 format (PEM or base64), such as openssl genpkey -algorithm ed25519 creates.",
                cause);
    }
}
