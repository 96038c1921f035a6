package io.countersign.audit.chain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object, parsed strictly: no duplicate members, nothing after the end, and values of the expected type only. */
final class StrictJsonObject {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private StrictJsonObject(JsonNode object) {
        this.object = object;
    }

    /** @throws UnreadableAuditLogException if the text is no object */
    static StrictJsonObject of(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return new StrictJsonObject(node);
            }
        } catch (JacksonException e) {
            // reported below
        }
        throw new UnreadableAuditLogException("not a JSON object");
    }

    /** @throws UnreadableAuditLogException if the text is no object with these members and no others */
    static StrictJsonObject of(String text, String... names) {
        StrictJsonObject members = of(text);
        members.exactly(names);
        return members;
    }

    void exactly(String... names) {
        if (!Set.copyOf(object.propertyNames()).equals(Set.of(names))) {
            throw new UnreadableAuditLogException("members other than " + String.join(", ", names));
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            throw new UnreadableAuditLogException(name + " is null");
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) {
        JsonNode value = object.path(name);
        if (!value.isString() && !value.isNull()) {
            throw new UnreadableAuditLogException(name + " is not a string");
        }
        return value.isNull() ? null : value.stringValue();
    }

    long number(String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnreadableAuditLogException(name + " is not an integer");
        }
        return value.longValue();
    }
}
