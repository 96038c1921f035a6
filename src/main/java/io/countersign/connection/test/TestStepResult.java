package io.countersign.connection.test;

import org.jspecify.annotations.Nullable;

/** How a step of a test came out. */
sealed interface TestStepResult {

    /** @param detail what AWS said, for people who look closer */
    record Passed(@Nullable String detail) implements TestStepResult {}

    /** @param sentence message key of what is wrong and how it is put right */
    record Failed(String sentence, @Nullable String detail) implements TestStepResult {}

    /** Tried, and the answer proves neither. */
    record Unsure(String sentence, @Nullable String detail) implements TestStepResult {}

    /** @param sentence message key of why it was not tried */
    record Skipped(String sentence) implements TestStepResult {}
}
