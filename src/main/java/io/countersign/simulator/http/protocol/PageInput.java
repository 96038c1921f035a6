package io.countersign.simulator.http.protocol;

import io.countersign.simulator.model.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the members that ask for a page of a list. */
final class PageInput {

    private static final String TOKEN = "NextToken";
    private static final String LIMIT = "MaxResults";
    static final int LARGEST = 50;

    private final Map<String, JsonNode> members;
    private final InputProblems problems;
    private final int largest;

    PageInput(Map<String, JsonNode> members, InputProblems problems, int largest) {
        this.members = members;
        this.problems = problems;
        this.largest = largest;
    }

    /** @param scope the list; a token is valid only for the same list with the same filters */
    PageRequest read(String scope) {
        var token = members.get(TOKEN);
        if (token != null && !token.isNull() && !token.isString()) {
            throw InputProblems.unparsable(TOKEN, "a string");
        }
        var filters = new TreeMap<String, String>();
        members.forEach((name, node) -> filters.put(name, node.isString() ? node.asString() : node.toString()));
        filters.keySet().removeAll(List.of(TOKEN, LIMIT));
        var given = token == null || token.isNull() || token.asString().isEmpty() ? null : token.asString();
        return new PageRequest(limit(), given, scope + " " + filters);
    }

    private int limit() {
        var node = members.get(LIMIT);
        if (node == null || node.isNull()) {
            return largest;
        }
        var text = node.isValueNode() ? node.asString() : "";
        if (!text.matches("-?[0-9]{1,9}")) {
            throw InputProblems.unparsable(LIMIT, "an integer");
        }
        var limit = Integer.parseInt(text);
        if (limit < 1 || limit > largest) {
            problems.add(LIMIT, "must be between 1 and " + largest);
        }
        return limit;
    }
}
