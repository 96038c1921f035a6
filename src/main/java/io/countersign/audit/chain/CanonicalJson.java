package io.countersign.audit.chain;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** RFC 8785 for objects that hold texts, whole numbers and nulls: members sorted, no space, one way to write each text. */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String of(Map<String, ? extends @Nullable Object> members) {
        StringBuilder json = new StringBuilder("{");
        new TreeMap<String, @Nullable Object>(members).forEach((name, value) -> {
            json.append(json.length() > 1 ? "," : "");
            append(json, name);
            json.append(':');
            if (value == null || value instanceof Long || value instanceof Integer) {
                json.append(value);
            } else {
                append(json, value.toString());
            }
        });
        return json.append('}').toString();
    }

    private static void append(StringBuilder json, String text) {
        json.append('"');
        text.chars().forEach(c -> append(json, (char) c));
        json.append('"');
    }

    private static void append(StringBuilder json, char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> json.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
    }
}
