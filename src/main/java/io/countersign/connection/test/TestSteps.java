package io.countersign.connection.test;

import io.countersign.connection.Region;
import io.countersign.connection.aws.SdkErrorMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of one connection test, in order. */
final class TestSteps {

    private final List<TestStep> steps = new ArrayList<>();

    TestReport report() {
        return new TestReport(steps);
    }

    void add(TestStep step) {
        steps.add(step);
    }

    boolean add(TestStep.Kind kind, @Nullable Region region, Supplier<TestStepResult> what) {
        TestStep step = attempt(kind, region, what);
        steps.add(step);
        return !step.failed();
    }

    static TestStep attempt(TestStep.Kind kind, @Nullable Region region, Supplier<TestStepResult> what) {
        try {
            return TestStep.of(kind, region, what.get());
        } catch (RuntimeException thrown) {
            return TestStep.of(kind, region, TroubleshootingHints.failed(kind, SdkErrorMapper.of(thrown)));
        }
    }

    /** Skips the role if the credentials are missing. */
    void skip(boolean tried, TestStep.Kind kind) {
        if (!tried) {
            skip(kind);
        }
    }

    void skip(TestStep.Kind kind) {
        steps.add(TestStep.of(kind, null, new TestStepResult.Skipped("connection.test.not-tried")));
    }

    /** Returns a Region in which listing worked. */
    Optional<Region> listed() {
        return report().answered().stream().findFirst().map(Region::new);
    }
}
