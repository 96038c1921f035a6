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

    /** Returns the Regions in which listing worked. */
    List<String> answered() {
        return steps.stream()
                .filter(step -> step.name().equals(TestStep.Kind.LIST.name())
                        && step.result().equals("PASSED"))
                .map(step -> String.valueOf(step.region()))
                .toList();
    }

    List<TestStep> failures() {
        return steps.stream().filter(TestStep::failed).toList();
    }
}
