package io.countersign.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the setting of the simulator's address instead of a stack trace. */
class DemoHistoryAnalyzer extends AbstractFailureAnalyzer<DemoHistoryException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoHistoryException cause) {
        return new FailureAnalysis(
                cause.getMessage() + " " + cause.getCause().getMessage(),
                "Remove countersign.aws.endpoint, or set it to the address of the simulator. The next start creates the history.",
                cause);
    }
}
