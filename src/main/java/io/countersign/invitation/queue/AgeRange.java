package io.countersign.invitation.queue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many hours ago an invitation was first seen, written like {@code 144-162} or {@code 168-}. Seven days less that is
 * what is left at most, so that it also tells how soon invitations expire.
 *
 * @param from so many hours or more
 * @param to less than so many; null for no end
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

    /** SQL, made of numbers alone; by the clock of the database, so that a link means the same tomorrow. */
    public String condition() {
        String begun = "first_seen_at <= current_timestamp - interval '" + from + "' hour";
        return to == null ? begun : begun + " and first_seen_at > current_timestamp - interval '" + to + "' hour";
    }

    @Override
    public String toString() {
        return from + "-" + (to == null ? "" : to);
    }
}
