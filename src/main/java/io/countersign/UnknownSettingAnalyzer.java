package io.countersign;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the unknown settings instead of a stack trace. */
class UnknownSettingAnalyzer extends AbstractFailureAnalyzer<UnknownSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownSettingException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the spelling or remove it. src/docs/configuration.md lists all settings.",
                cause);
    }
}
