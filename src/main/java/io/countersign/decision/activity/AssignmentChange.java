package io.countersign.decision.activity;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change of the assignee, read from the message of an audit entry: {@code free → reviewer, until 2026-11-29T08:00:00Z}.
 *
 * @param from null if it was unassigned
 * @param to null if it is unassigned now
 * @param until the end of the assignment; null if it is unassigned now
 */
record AssignmentChange(
        @Nullable String from,
        @Nullable String to,
        @Nullable Instant until) {

    private static final Pattern GIVEN = Pattern.compile("(\\S+) → (\\S+), until ([^,\\s]+).*", Pattern.DOTALL);
    private static final Pattern RELEASED = Pattern.compile("(\\S+) → unassigned.*", Pattern.DOTALL);
    private static final String FREE = "free";

    /** Empty for a text in another form. */
    static Optional<AssignmentChange> parse(@Nullable String message) {
        String text = Objects.requireNonNullElse(message, "");
        Matcher released = RELEASED.matcher(text);
        if (released.matches()) {
            return Optional.of(new AssignmentChange(released.group(1), null, null));
        }
        Matcher given = GIVEN.matcher(text);
        return given.matches() ? given(given) : Optional.empty();
    }

    private static Optional<AssignmentChange> given(Matcher given) {
        String from = given.group(1).equals(FREE) ? null : given.group(1);
        try {
            return Optional.of(new AssignmentChange(from, given.group(2), Instant.parse(given.group(3))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
