package io.countersign;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.json.JsonParseException;

/** Names the variable instead of a stack trace, without its text, which may contain secrets. */
class MalformedSettingsJsonAnalyzer extends AbstractFailureAnalyzer<JsonParseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, JsonParseException cause) {
        return new FailureAnalysis(
                "spring.application.json (SPRING_APPLICATION_JSON) is not valid JSON.",
                "Correct it, or set the properties one by one.",
                cause);
    }
}
