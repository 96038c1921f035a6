package io.countersign.history.chain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An object of JSON, read strictly: no member twice, nothing behind the end, and each value of the type that is asked for. */
final class Members {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private Members(JsonNode object) {
        this.object = object;
    }

    /** @throws UnreadableRecord if the text is no object */
    static Members of(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return new Members(node);
            }
        } catch (JacksonException e) {
            // told below
        }
        throw new UnreadableRecord("not a JSON object");
    }

    /** @throws UnreadableRecord if the text is no object with these members and no others */
    static Members of(String text, String... names) {
        Members members = of(text);
        members.exactly(names);
        return members;
    }

    void exactly(String... names) {
        if (!Set.copyOf(object.propertyNames()).equals(Set.of(names))) {
            throw new UnreadableRecord("members other than " + String.join(", ", names));
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            throw new UnreadableRecord(name + " is null");
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) {
        JsonNode value = object.path(name);
        if (!value.isString() && !value.isNull()) {
            throw new UnreadableRecord(name + " is not a string");
        }
        return value.isNull() ? null : value.stringValue();
    }

    long number(String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnreadableRecord(name + " is not an integer");
        }
        return value.longValue();
    }
}
