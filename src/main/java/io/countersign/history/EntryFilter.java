package io.countersign.history;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null means any.
 *
 * @param from the first day in UTC
 * @param to the last day in UTC, included
 * @param text looked for in names, ids, reason and message, in any case
 */
record EntryFilter(
        @Nullable String person,
        @Nullable EntryAction action,
        @Nullable EntryOutcome outcome,
        @Nullable ResourceType type,
        @Nullable AccountId account,
        @Nullable Region region,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        @Nullable String owner) {

    static final EntryFilter ALL = new EntryFilter(null, null, null, null, null, null, null, null, null, null);

    boolean isAll() {
        return equals(ALL);
    }
}
