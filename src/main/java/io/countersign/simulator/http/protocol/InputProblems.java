package io.countersign.simulator.http.protocol;

import io.countersign.simulator.model.AwsException;
import java.util.ArrayList;
import java.util.List;

/** The problems found in the members of one request. */
final class InputProblems {

    private final List<AwsException.Field> problems = new ArrayList<>();

    void add(String name, String problem) {
        problems.add(new AwsException.Field(name, problem));
    }

    void addMissing(String name) {
        if (problems.stream().noneMatch(problem -> problem.name().equals(name))) {
            add(name, "must not be null");
        }
    }

    void check() {
        if (!problems.isEmpty()) {
            throw AwsException.invalid(problems);
        }
    }

    static AwsException unparsable(String name, String wanted) {
        return AwsException.invalidFor("CANNOT_PARSE", "'" + name + "' must be " + wanted + ".");
    }
}
