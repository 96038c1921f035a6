package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.AwsException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The name and description from the JSON of a custom lens. Pillars and questions are not read. */
record LensDocument(String name, @Nullable String description) {

    static LensDocument parse(String json) {
        var root = read(json);
        var name = root.path("name").stringValue("");
        TextConstraint.LENS_NAME.violation(name).ifPresent(problem -> {
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
