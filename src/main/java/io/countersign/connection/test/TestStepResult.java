package io.countersign.connection.test;

import org.jspecify.annotations.Nullable;

/** The result of a step of a connection test. */
sealed interface TestStepResult {

    /** @param detail the original text from AWS */
    record Passed(@Nullable String detail) implements TestStepResult {}

    /** @param sentence message key of the problem and its solution */
    record Failed(String sentence, @Nullable String detail) implements TestStepResult {}

    /** The step was tried, but the response proves neither success nor failure. */
    record Unsure(String sentence, @Nullable String detail) implements TestStepResult {}

    /** @param sentence message key of the reason */
    record Skipped(String sentence) implements TestStepResult {}
}
