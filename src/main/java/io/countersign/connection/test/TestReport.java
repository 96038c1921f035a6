package io.countersign.connection.test;

import java.util.List;

/** The results of a connection test, step by step. */
record TestReport(List<TestStep> steps) {

    TestReport {
        steps = List.copyOf(steps);
    }

    public boolean passed() {
        return failures().isEmpty();
    }

    List<TestStep> failures() {
        return steps.stream().filter(TestStep::failed).toList();
    }
}
