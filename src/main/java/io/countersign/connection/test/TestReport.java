package io.countersign.connection.test;

import java.util.List;

/** What a test of a connection found, step by step. */
record TestReport(List<TestStep> steps) {

    TestReport {
        steps = List.copyOf(steps);
    }

    public boolean passed() {
        return steps.stream().noneMatch(TestStep::failed);
    }
}
