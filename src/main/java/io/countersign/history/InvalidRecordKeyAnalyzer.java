package io.countersign.history;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with the key, and never the key, in place of a stack trace. */
class InvalidRecordKeyAnalyzer extends AbstractFailureAnalyzer<InvalidRecordKey> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidRecordKey cause) {
        return new FailureAnalysis(
                "The key that signs the record cannot be used:" + System.lineSeparator() + System.lineSeparator()
                        + cause.getMessage(),
                "Give an Ed25519 private key, PKCS#8, as PEM or base64, such as openssl genpkey -algorithm ed25519 makes.",
                cause);
    }
}
