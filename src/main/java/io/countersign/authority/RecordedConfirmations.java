package io.countersign.authority;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedEntries;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The confirmations of changes that have an audit entry.
 *
 * @param lines what the entries say: outcome, user, and the line about the change
 */
record RecordedConfirmations(Set<String> lines) {

    static RecordedConfirmations since(RecordedEntries entries, Instant since) {
        return new RecordedConfirmations(entries.since(since, List.of(AuditAction.AUTHORITY_CHANGED)).stream()
                .flatMap(entry -> entry.message().lines().map(line -> key(entry.outcome(), entry.actor(), line)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns the change without the confirmations that have no entry. */
    ValueChange recorded(ValueChange change) {
        return change.with(
                has(AuditOutcome.ENDORSED, change.endorsedBy(), change) ? change.endorsedBy() : null,
                has(AuditOutcome.COUNTERSIGNED, change.confirmedBy(), change) ? change.confirmedBy() : null);
    }

    private boolean has(AuditOutcome outcome, @Nullable String person, ValueChange change) {
        // entries of earlier versions do not contain the ID
        return person != null
                && Stream.of(ChangeText.numbered(change), ChangeText.of(change))
                        .map(line -> key(outcome.name(), person, line))
                        .anyMatch(lines::contains);
    }

    private static String key(String outcome, String person, String line) {
        return String.join("\n", outcome, person, line);
    }
}
