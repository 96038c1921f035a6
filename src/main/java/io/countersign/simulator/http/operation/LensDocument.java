package io.countersign.simulator.http;

import io.countersign.simulator.rules.AwsException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of a custom lens's JSON that sharing shows: its name and description. Pillars and questions are not looked at. */
record LensDocument(String name, @Nullable String description) {

    static LensDocument parse(String json) {
        var root = read(json);
        var name = root.path("name").stringValue("");
        Constraint.LENS_NAME.violation(name).ifPresent(problem -> {
            throw AwsException.invalid("JSONString", "'name' of the lens: " + problem);
        });
        return new LensDocument(name, root.path("description").stringValue(null));
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw AwsException.invalid("JSONString", "The lens is not valid JSON");
        }
    }
}
