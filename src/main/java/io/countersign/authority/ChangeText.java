package io.countersign.authority;

import io.countersign.audit.SanitizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The text of a change in the audit log: {@code owner 555566667777: unknown, blocked → unknown}. */
final class ChangeText {

    /** Several lines fit into one audit entry. */
    private static final int LONGEST = 900;

    private static final int LONGEST_MESSAGE = 2000;

    private ChangeText() {}

    static String of(ValueKind kind, String subject, @Nullable String before, @Nullable String after) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + subject;
        if (isPassword(kind) && before != null && after != null) {
            return name + ": changed";
        }
        return name + ": " + text(kind, before) + " → " + text(kind, after);
    }

    static String of(ValueChange change) {
        return of(change.kind(), change.subject(), change.before(), change.after());
    }

    /** Returns the line of an audit entry about this change and no other. */
    static String numbered(ValueChange change) {
        return Objects.requireNonNull(SanitizedText.line("change " + change.id() + ": " + of(change), LONGEST));
    }

    /** Returns the messages of as many audit entries as the lines of the changes need. */
    static List<String> messages(List<ValueChange> changes) {
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        for (ValueChange change : changes) {
            String line = numbered(change);
            if (message.length() + line.length() >= LONGEST_MESSAGE) {
                messages.add(message.toString());
                message.setLength(0);
            }
            message.append(message.isEmpty() ? "" : "\n").append(line);
        }
        if (!message.isEmpty()) {
            messages.add(message.toString());
        }
        return messages;
    }

    private static String text(ValueKind kind, @Nullable String value) {
        if (value == null) {
            return "none";
        }
        return isPassword(kind) ? "set" : value;
    }

    private static boolean isPassword(ValueKind kind) {
        return kind == ValueKind.PASSWORD || kind == ValueKind.USER_PASSWORD;
    }
}
