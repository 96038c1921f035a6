package io.countersign.simulator.http.protocol;

import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.model.PageRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the members of a request and collects what is wrong with them. {@link #check} refuses the request with all problems;
 * a value that is read before the check may be a placeholder.
 */
public final class JsonInput {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, JsonNode> members;
    private final InputProblems problems = new InputProblems();

    public JsonInput(Map<String, JsonNode> members) {
        this.members = members;
    }

    public String text(String name, TextConstraint constraint) {
        var value = optional(name, constraint);
        return value == null ? missing(name, "") : value;
    }

    @Nullable
    public String optional(String name, TextConstraint constraint) {
        var node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            throw unparsable(name, "a string");
        }
        var value = node.asString();
        constraint.violation(value).ifPresent(problem -> refuse(name, problem));
        return value;
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        var value = optionalChoice(name, type);
        return value == null ? missing(name, type.getEnumConstants()[0]) : value;
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        var value = optional(name, TextConstraint.ANY);
        if (value == null) {
            return null;
        }
        var known = type.getEnumConstants();
        var found = Arrays.stream(known).filter(e -> e.name().equals(value)).findFirst();
        if (found.isEmpty()) {
            refuse(name, "must satisfy enum value set: " + Arrays.toString(known));
        }
        return found.orElse(known[0]);
    }

    @Nullable
    public List<String> optionalTexts(String name, int max, TextConstraint each) {
        var node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isArray() || !node.values().stream().allMatch(JsonNode::isString)) {
            throw unparsable(name, "a list of strings");
        }
        var values = node.values().stream().map(JsonNode::asString).toList();
        if (values.size() > max) {
            refuse(name, "must have length less than or equal to " + max);
        }
        values.forEach(value -> each.violation(value).ifPresent(problem -> refuse(name, problem)));
        return values;
    }

    public List<String> texts(String name, TextConstraint each) {
        var values = optionalTexts(name, Integer.MAX_VALUE, each);
        return values == null ? missing(name, List.of()) : values;
    }

    /** The value unchanged, for members that are only stored and returned. */
    @Nullable
    public Object asGiven(String name) {
        var node = present(name);
        return node == null ? null : JSON.treeToValue(node, Object.class);
    }

    public Object asGivenRequired(String name) {
        var value = asGiven(name);
        return value == null ? missing(name, List.of()) : value;
    }

    public PageRequest page(String scope) {
        return page(scope, PageInput.LARGEST);
    }

    /** @param largest the largest number of results that a request may ask for */
    public PageRequest page(String scope, int largest) {
        return new PageInput(members, problems, largest).read(scope);
    }

    /** All members except the client request token. */
    public String parameters() {
        var parameters = new TreeMap<>(members);
        parameters.remove("ClientRequestToken");
        return parameters.toString();
    }

    public boolean has(String name) {
        return present(name) != null;
    }

    public void refuse(String name, String problem) {
        problems.add(name, problem);
    }

    /** @throws AwsException with all problems, if there are any */
    public void check() {
        problems.check();
    }

    private @Nullable JsonNode present(String name) {
        var node = members.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> T missing(String name, T placeholder) {
        problems.addMissing(name);
        return placeholder;
    }

    private static AwsException unparsable(String name, String wanted) {
        return InputProblems.unparsable(name, wanted);
    }
}
