package io.countersign.connection.validation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints every problem of the configuration instead of a stack trace. */
class InvalidConnectionsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConnectionsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidConnectionsException cause) {
        return new FailureAnalysis(
                "The AWS connections are not configured correctly:" + System.lineSeparator() + System.lineSeparator()
                        + cause.getMessage(),
                "Correct these properties, for example in application.yml, and restart.",
                cause);
    }
}
