package io.countersign.owner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the owner directory page.
 *
 * @param internal null if it is not known
 */
record OwnerRowView(
        String account,
        String name,
        @Nullable Boolean internal,
        String trust,
        @Nullable String note,
        Instant changedAt,
        String changedBy) {

    static OwnerRowView of(OwnerAccount stored, @Nullable KnownOwner known) {
        return new OwnerRowView(
                stored.account().value(),
                stored.details().name(),
                known == null ? null : known.internal(),
                stored.details().trust().name(),
                stored.details().note(),
                stored.changedAt(),
                stored.changedBy());
    }
}
