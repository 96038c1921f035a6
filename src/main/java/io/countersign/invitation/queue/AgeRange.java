package io.countersign.invitation.queue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of hours since an invitation was first seen, written like {@code 144-162} or {@code 168-}. An invitation
 * expires at most seven days after it was first seen, so the range also selects by expiry.
 *
 * @param from the smallest number of hours
 * @param to the first number of hours after the range; null for no end
 */
public record AgeRange(int from, @Nullable Integer to) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,4})-(\\d{1,4})?");

    public AgeRange {
        if (from < 0 || to != null && to <= from) {
            throw new IllegalArgumentException("must be hours such as 144-168 or 168-, the smaller first");
        }
    }

    static AgeRange parse(String typed) {
        Matcher hours = SHAPE.matcher(typed);
        if (!hours.matches()) {
            throw new IllegalArgumentException("must be hours such as 144-168 or 168-, the smaller first");
        }
        return new AgeRange(
                Integer.parseInt(hours.group(1)), hours.group(2) == null ? null : Integer.valueOf(hours.group(2)));
    }

    /**
     * Returns a SQL condition that contains only numbers. It uses the clock of the database, so that a link keeps its
     * meaning.
     */
    public String condition() {
        String begun = "first_seen_at <= current_timestamp - interval '" + from + "' hour";
        return to == null ? begun : begun + " and first_seen_at > current_timestamp - interval '" + to + "' hour";
    }

    @Override
    public String toString() {
        return from + "-" + (to == null ? "" : to);
    }
}
