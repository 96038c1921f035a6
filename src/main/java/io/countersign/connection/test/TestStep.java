package io.countersign.connection.test;

import io.countersign.connection.Region;
import org.jspecify.annotations.Nullable;

/**
 * A step of a connection test for the page.
 *
 * @param name of a {@link Kind}
 * @param region null if the step has no Region
 * @param result {@code PASSED}, {@code FAILED}, {@code UNSURE} or {@code SKIPPED}
 * @param sentence message key; null without an explanation
 */
public record TestStep(
        String name,
        @Nullable String region,
        String result,
        @Nullable String sentence,
        @Nullable String detail) {

    /** The steps in their order. */
    enum Kind {
        CREDENTIALS,
        READER,
        LIST,
        READ_BACK,
        DECIDER,
        DECIDE
    }

    static TestStep of(Kind kind, @Nullable Region region, TestStepResult result) {
        String where = region == null ? null : region.value();
        if (result instanceof TestStepResult.Passed passed) {
            return new TestStep(kind.name(), where, "PASSED", null, passed.detail());
        }
        if (result instanceof TestStepResult.Failed failed) {
            return new TestStep(kind.name(), where, "FAILED", failed.sentence(), failed.detail());
        }
        if (result instanceof TestStepResult.Unsure unsure) {
            return new TestStep(kind.name(), where, "UNSURE", unsure.sentence(), unsure.detail());
        }
        return new TestStep(kind.name(), where, "SKIPPED", ((TestStepResult.Skipped) result).sentence(), null);
    }

    public boolean failed() {
        return result.equals("FAILED");
    }

    public String icon() {
        return switch (result) {
            case "PASSED" -> "check-circle";
            case "FAILED" -> "x-circle";
            case "UNSURE" -> "question-circle";
            default -> "dash-circle";
        };
    }

    public String tone() {
        return switch (result) {
            case "PASSED" -> "ok";
            case "FAILED" -> "no";
            case "UNSURE" -> "warn";
            default -> "faint";
        };
    }
}
