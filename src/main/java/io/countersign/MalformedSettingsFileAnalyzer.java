package io.countersign;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the file and the line instead of a stack trace. */
class MalformedSettingsFileAnalyzer extends AbstractFailureAnalyzer<MalformedSettingsFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MalformedSettingsFileException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the line, or the one before it: check indentation, colons and quotation marks. Quote values that"
                        + " contain special characters, such as hashes of passwords.",
                cause);
    }
}
