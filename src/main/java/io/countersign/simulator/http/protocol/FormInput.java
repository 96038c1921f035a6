package io.countersign.simulator.http.protocol;

import io.countersign.simulator.model.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the members of a posted form and collects their problems. {@link #check} refuses the request with all problems. */
public final class FormInput {

    private final Map<String, String> members;
    private final List<String> problems = new ArrayList<>();

    public FormInput(Map<String, String> members) {
        this.members = members;
    }

    public String text(String name, TextConstraint constraint) {
        var value = optional(name, constraint);
        if (value == null) {
            problems.add(
                    "Value null at '" + memberName(name) + "' failed to satisfy constraint: Member must not be null");
            return "";
        }
        return value;
    }

    @Nullable
    public String optional(String name, TextConstraint constraint) {
        var value = members.get(name);
        if (value != null) {
            constraint.violation(value).ifPresent(problem -> refuse(name, value, problem));
        }
        return value;
    }

    public int number(String name, int min, int max, int without) {
        var value = members.get(name);
        if (value == null) {
            return without;
        }
        if (!value.matches("[0-9]{1,9}")) {
            throw new AwsException(400, "MalformedInput", "'" + name + "' must be an integer");
        }
        int number = Integer.parseInt(value);
        if (number < min) {
            refuse(name, value, "must have value greater than or equal to " + min);
        }
        if (number > max) {
            refuse(name, value, "must have value less than or equal to " + max);
        }
        return number;
    }

    public void check() {
        if (!problems.isEmpty()) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    problems.size() + " validation error" + (problems.size() == 1 ? "" : "s") + " detected: "
                            + String.join("; ", problems));
        }
    }

    private void refuse(String name, String value, String problem) {
        problems.add(
                "Value '" + value + "' at '" + memberName(name) + "' failed to satisfy constraint: Member " + problem);
    }

    private static String memberName(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
