package io.countersign.simulator.http;

import io.countersign.simulator.rules.AwsException;
import io.countersign.simulator.rules.PageRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members of a request, wherever they came from. Reading collects what is wrong with them; {@link #check} refuses the
 * request with all of it. What is read before the check may be a placeholder.
 */
final class Input {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, JsonNode> members;
    private final List<AwsException.Field> problems = new ArrayList<>();

    Input(Map<String, JsonNode> members) {
        this.members = members;
    }

    String text(String name, Constraint constraint) {
        var value = optional(name, constraint);
        return value == null ? missing(name, "") : value;
    }

    @Nullable
    String optional(String name, Constraint constraint) {
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

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        var value = optionalChoice(name, type);
        return value == null ? missing(name, type.getEnumConstants()[0]) : value;
    }

    <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        var value = optional(name, Constraint.ANY);
        if (value == null) {
            return null;
        }
        var known = type.getEnumConstants();
        var found = Arrays.stream(known).filter(e -> e.name().equals(value)).findFirst();
        if (found.isEmpty()) {
            refuse(name, "Member must satisfy enum value set: " + Arrays.toString(known));
        }
        return found.orElse(known[0]);
    }

    @Nullable
    List<String> optionalTexts(String name, int max, Constraint each) {
        var node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isArray() || !node.values().stream().allMatch(JsonNode::isString)) {
            throw unparsable(name, "a list of strings");
        }
        var values = node.values().stream().map(JsonNode::asString).toList();
        if (values.size() > max) {
            refuse(name, "Member must have length less than or equal to " + max);
        }
        values.forEach(value -> each.violation(value).ifPresent(problem -> refuse(name, problem)));
        return values;
    }

    List<String> texts(String name, Constraint each) {
        var values = optionalTexts(name, Integer.MAX_VALUE, each);
        return values == null ? missing(name, List.of()) : values;
    }

    /** Text, numbers, lists and maps as they came, for what is only kept and shown again. */
    @Nullable
    Object asGiven(String name) {
        var node = present(name);
        return node == null ? null : JSON.treeToValue(node, Object.class);
    }

    Object asGivenRequired(String name) {
        var value = asGiven(name);
        return value == null ? missing(name, List.of()) : value;
    }

    PageRequest page(String scope) {
        var token = optional("NextToken", Constraint.ANY);
        var filters = new TreeMap<String, String>();
        members.forEach((name, node) -> filters.put(name, node.isString() ? node.asString() : node.toString()));
        filters.keySet().removeAll(List.of("NextToken", "MaxResults"));
        return new PageRequest(limit(), token == null || token.isEmpty() ? null : token, scope + " " + filters);
    }

    /** Everything but the token itself. */
    String parameters() {
        var parameters = new TreeMap<>(members);
        parameters.remove("ClientRequestToken");
        return parameters.toString();
    }

    boolean has(String name) {
        return present(name) != null;
    }

    void refuse(String name, String problem) {
        problems.add(new AwsException.Field(name, problem));
    }

    void check() {
        if (!problems.isEmpty()) {
            throw AwsException.invalid(problems);
        }
    }

    private int limit() {
        var node = present("MaxResults");
        if (node == null) {
            return 50;
        }
        var text = node.isValueNode() ? node.asString() : "";
        if (!text.matches("-?[0-9]{1,9}")) {
            throw unparsable("MaxResults", "an integer");
        }
        var limit = Integer.parseInt(text);
        if (limit < 1 || limit > 50) {
            refuse("MaxResults", "Member must have value between 1 and 50");
        }
        return limit;
    }

    private @Nullable JsonNode present(String name) {
        var node = members.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> T missing(String name, T placeholder) {
        if (problems.stream().noneMatch(problem -> problem.name().equals(name))) {
            refuse(name, "Member must not be null");
        }
        return placeholder;
    }

    private static AwsException unparsable(String name, String wanted) {
        return AwsException.invalidFor("CANNOT_PARSE", "'" + name + "' must be " + wanted + ".");
    }
}
