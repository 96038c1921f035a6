package io.countersign.audit.entry;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Selects entries; null matches any value.
 *
 * @param person the actor, in any case
 * @param decided selects the decisions that AWS confirmed, each as the entry that says so; user and action are then those of the
 *     decision
 * @param text searched in names, ids, reason and message, ignoring case
 * @param visibility what the reader may see
 */
public record AuditEntryFilter(
        @Nullable String person,
        @Nullable AuditAction action,
        @Nullable AuditOutcome outcome,
        boolean decided,
        Subject subject,
        Days days,
        @Nullable String text,
        EntryVisibility visibility) {

    public static final AuditEntryFilter ALL =
            new AuditEntryFilter(null, null, null, false, Subject.ANY, Days.ANY, null, EntryVisibility.ALL);

    /** What the entries are about. */
    public record Subject(
            @Nullable String type,
            @Nullable String owner,
            @Nullable String account,
            @Nullable String region) {

        public static final Subject ANY = new Subject(null, null, null, null);
    }

    /** Days in UTC; the last day is included. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

        public static final Days ANY = new Days(null, null);

        public boolean inverted() {
            return from != null && to != null && from.isAfter(to);
        }
    }

    public AuditEntryFilter visibleBy(EntryVisibility visibility) {
        return new AuditEntryFilter(person, action, outcome, decided, subject, days, text, visibility);
    }

    /** Whether the filter selects everything that the reader may see. */
    public boolean isAll() {
        return visibleBy(EntryVisibility.ALL).equals(ALL);
    }
}
