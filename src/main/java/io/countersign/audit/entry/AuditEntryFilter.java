package io.countersign.audit.entry;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects entries; null matches any value.
 *
 * @param person the actor, in any case
 * @param decided selects the decisions that AWS confirmed, each as the entry that says so; user and action are then those of the
 *     decision
 * @param routine includes the entries of the system about what it read from AWS and about expiries, except failures
 * @param text searched in names, ids, reason and message, ignoring case
 * @param visibility what the reader may see
 */
public record AuditEntryFilter(
        @Nullable String person,
        @Nullable AuditAction action,
        @Nullable AuditOutcome outcome,
        boolean decided,
        boolean routine,
        Subject subject,
        Days days,
        @Nullable String text,
        EntryVisibility visibility) {

    public static final AuditEntryFilter ALL =
            new AuditEntryFilter(null, null, null, false, true, Subject.ANY, Days.ANY, null, EntryVisibility.ALL);

    /**
     * What the entries are about.
     *
     * @param owners any of these
     * @param accounts any of these
     */
    public record Subject(
            @Nullable String type,
            @Nullable List<String> owners,
            @Nullable List<String> accounts,
            @Nullable String region,
            @Nullable String permission) {

        public static final Subject ANY = new Subject(null, null, null, null, null);
    }

    /** Days in UTC; the last day is included. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

        public static final Days ANY = new Days(null, null);

        public boolean inverted() {
            return from != null && to != null && from.isAfter(to);
        }
    }

    public AuditEntryFilter visibleBy(EntryVisibility visibility) {
        return new AuditEntryFilter(person, action, outcome, decided, routine, subject, days, text, visibility);
    }
}
