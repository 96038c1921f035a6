package io.countersign.owner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account of the address book, flat.
 *
 * @param inside null where nobody has said
 */
record OwnerRowView(
        String account,
        String name,
        @Nullable Boolean inside,
        String trust,
        @Nullable String note,
        Instant changedAt,
        String changedBy) {

    static OwnerRowView of(OwnerAccount stored, @Nullable KnownOwner known) {
        return new OwnerRowView(
                stored.account().value(),
                stored.details().name(),
                known == null ? null : known.inside(),
                stored.details().trust().name(),
                stored.details().note(),
                stored.changedAt(),
                stored.changedBy());
    }
}
