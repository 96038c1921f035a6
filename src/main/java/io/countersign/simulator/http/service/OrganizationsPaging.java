package io.countersign.simulator.http.service;

import io.countersign.simulator.model.AwsException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the page that a list of accounts asks for. A token is the id of the last account of the page before. */
final class OrganizationsPaging {

    private static final int LARGEST_PAGE = 20;

    private OrganizationsPaging() {}

    static int limit(JsonNode input) {
        int limit = input.path("MaxResults").asInt(LARGEST_PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            var reason = limit < 1 ? "MIN_VALUE_EXCEEDED" : "MAX_VALUE_EXCEEDED";
            throw invalid(reason, "MaxResults must be 1 to " + LARGEST_PAGE + ".");
        }
        return limit;
    }

    static String after(String token) {
        if (token.isEmpty()) {
            return "";
        }
        try {
            var id = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (id.matches("[0-9]{12}")) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw invalid("INVALID_NEXT_TOKEN", "The token is not valid.");
        }
        throw invalid("INVALID_NEXT_TOKEN", "The token is not valid.");
    }

    static String token(String lastId) {
        return Base64.getUrlEncoder().encodeToString(lastId.getBytes(StandardCharsets.UTF_8));
    }

    private static AwsException invalid(String reason, String message) {
        return new AwsException(400, "InvalidInputException", message, Map.of("Reason", reason));
    }
}
