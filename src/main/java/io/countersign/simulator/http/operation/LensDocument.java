package io.countersign.simulator.http.operation;

import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.AwsException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The name and description from the JSON of a custom lens. Pillars are checked, but their questions are not read. */
record LensDocument(String name, String description) {

    private static final TextConstraint SCHEMA_VERSION = TextConstraint.shaped("2021-11-01");
    private static final TextConstraint DESCRIPTION = TextConstraint.between(1, 2048);
    private static final TextConstraint PILLAR_ID = new TextConstraint(3, 128, Pattern.compile("\\w+"));
    private static final int MOST_PILLARS = 10;

    static LensDocument parse(String json) {
        var root = read(json);
        text(root, "schemaVersion", SCHEMA_VERSION);
        checkPillars(root.path("pillars"));
        return new LensDocument(text(root, "name", TextConstraint.LENS_NAME), text(root, "description", DESCRIPTION));
    }

    private static void checkPillars(JsonNode pillars) {
        if (!pillars.isArray() || pillars.isEmpty() || pillars.size() > MOST_PILLARS) {
            throw refused("pillars must have 1 to " + MOST_PILLARS + " elements");
        }
        var different = pillars.valueStream()
                .peek(pillar -> text(pillar, "name", TextConstraint.LENS_NAME))
                .map(pillar -> text(pillar, "id", PILLAR_ID))
                .distinct()
                .count();
        if (different < pillars.size()) {
            throw refused("pillars must have different values of id");
        }
    }

    private static String text(JsonNode parent, String member, TextConstraint constraint) {
        var value = parent.path(member).stringValue("");
        constraint.violation(value).ifPresent(problem -> {
            throw refused(member + " " + problem);
        });
        return value;
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw AwsException.invalid("JSONString", "must be valid JSON");
        }
    }

    private static AwsException refused(String problem) {
        return AwsException.invalid("JSONString", "is not a lens: " + problem);
    }
}
