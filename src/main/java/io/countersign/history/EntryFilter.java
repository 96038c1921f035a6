package io.countersign.history;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.Scope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null means any.
 *
 * @param from the first day in UTC
 * @param to the last day in UTC, included
 * @param text looked for in names, ids, reason and message, in any case
 * @param scope what the reader may see of what is about an account
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
        @Nullable String owner,
        Scope scope) {

    static final EntryFilter ALL = new EntryFilter(null, null, null, null, null, null, null, null, null);

    EntryFilter(
            @Nullable String person,
            @Nullable EntryAction action,
            @Nullable EntryOutcome outcome,
            @Nullable ResourceType type,
            @Nullable AccountId account,
            @Nullable Region region,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text) {
        this(person, action, outcome, type, account, region, from, to, text, null, Scope.EVERYTHING);
    }

    /** Those of them that are about something of that owner; null: of any. */
    EntryFilter of(@Nullable String owner) {
        return new EntryFilter(person, action, outcome, type, account, region, from, to, text, owner, scope);
    }

    /** The same entries, as far as that scope reaches. */
    EntryFilter in(Scope scope) {
        return new EntryFilter(person, action, outcome, type, account, region, from, to, text, owner, scope);
    }

    boolean isAll() {
        return in(Scope.EVERYTHING).equals(ALL);
    }
}
