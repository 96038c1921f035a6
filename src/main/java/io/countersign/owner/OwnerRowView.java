package io.countersign.owner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the owner directory page.
 *
 * @param internal null if it is not known
 * @param stillTreatedAs as what decisions treat it until a change is confirmed; null if no change is pending
 */
record OwnerRowView(
        String account,
        String name,
        @Nullable Boolean internal,
        String trust,
        @Nullable String stillTreatedAs,
        @Nullable String note,
        Instant changedAt,
        String changedBy) {

    static OwnerRowView of(OwnerAccount stored, @Nullable KnownOwner known, @Nullable String stillTreatedAs) {
        return new OwnerRowView(
                stored.account().value(),
                stored.details().name(),
                known == null ? null : known.internal(),
                stored.details().trust().name(),
                stillTreatedAs,
                stored.details().note(),
                stored.changedAt(),
                stored.changedBy());
    }
}
