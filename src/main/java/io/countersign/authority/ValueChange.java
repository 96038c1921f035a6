package io.countersign.authority;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of one value.
 *
 * @param before null if there was no value
 * @param after null if the value was removed
 * @param by the user who made it; null if a start found it
 * @param endorsedBy the first of the two users who confirm a change that a start found; null for none
 * @param confirmedBy the second user who stands behind the change; null while it is not confirmed
 */
public record ValueChange(
        long id,
        ValueKind kind,
        String subject,
        @Nullable String before,
        @Nullable String after,
        Instant at,
        @Nullable String by,
        @Nullable String endorsedBy,
        @Nullable String confirmedBy) {

    /** The user who stands behind the change so far; null if there is none. */
    public @Nullable String responsible() {
        return by == null ? endorsedBy : by;
    }

    ValueChange with(@Nullable String endorsement, @Nullable String confirmation) {
        return new ValueChange(id, kind, subject, before, after, at, by, endorsement, confirmation);
    }

    public boolean confirmed() {
        return confirmedBy != null;
    }
}
