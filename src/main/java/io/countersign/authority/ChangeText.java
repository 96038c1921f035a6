package io.countersign.authority;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text of a change in the audit log: {@code owner 555566667777: unknown, blocked → unknown}. */
final class ChangeText {

    private ChangeText() {}

    static String of(ValueKind kind, String subject, @Nullable String before, @Nullable String after) {
        String name = kind.name().toLowerCase(Locale.ROOT) + " " + subject;
        if (kind == ValueKind.PASSWORD && before != null && after != null) {
            return name + ": changed";
        }
        return name + ": " + text(kind, before) + " → " + text(kind, after);
    }

    private static String text(ValueKind kind, @Nullable String value) {
        if (value == null) {
            return "none";
        }
        return kind == ValueKind.PASSWORD ? "set" : value;
    }
}
