package io.countersign.authority;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedEntries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records changes of the values that decide who may decide. Values never contain secrets. */
@Component
public class EffectiveValues {

    private final ValueRepository values;
    private final AuditLog auditLog;
    private final InstantSource clock;
    private final Map<ValueKind, Map<String, String>> started = new ConcurrentHashMap<>();

    public EffectiveValues(ValueRepository values, AuditLog auditLog, InstantSource clock) {
        this.values = values;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Returns the kinds of values with which this process started and that a later start of another replica replaced. */
    SortedSet<ValueKind> outdated() {
        SortedSet<ValueKind> outdated = new TreeSet<>();
        started.forEach((kind, own) -> {
            if (kind.configured() && !values.values(kind).equals(Optional.of(own))) {
                outdated.add(kind);
            }
        });
        return outdated;
    }

    /**
     * Compares all values of a kind at a start with the last ones, and records and audits each difference. The first
     * values of an installation are no difference.
     */
    @Transactional
    public void replace(ValueKind kind, Map<String, String> now) {
        started.put(kind, Map.copyOf(now));
        values.lock();
        Optional<Map<String, String>> last = values.values(kind);
        if (last.isEmpty()) {
            values.markStored(kind);
            now.forEach((subject, value) -> values.store(kind, subject, value));
            return;
        }
        TreeSet<String> subjects = new TreeSet<>(last.get().keySet());
        subjects.addAll(now.keySet());
        subjects.forEach(subject -> difference(kind, subject, last.get().get(subject), now.get(subject)));
    }

    private void difference(ValueKind kind, String subject, @Nullable String before, @Nullable String after) {
        if (record(kind, subject, before, after, null)) {
            auditLog.append(AuditEntry.bySystem(AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                    .withMessage(ChangeText.of(kind, subject, before, after) + "\nfound at startup"));
        }
    }

    /**
     * Records a change in the transaction that makes it; the caller appends the audit entry.
     *
     * @param by null if no user is known to have made it
     */
    @Transactional
    public void change(
            ValueKind kind, String subject, @Nullable String before, @Nullable String after, @Nullable String by) {
        record(kind, subject, before, after, by);
    }

    private boolean record(
            ValueKind kind, String subject, @Nullable String before, @Nullable String after, @Nullable String by) {
        if (Objects.equals(before, after)) {
            return false;
        }
        Instant now = clock.instant();
        values.add(kind, subject, before, after, now, by);
        values.store(kind, subject, after);
        return true;
    }

    /** Stores that a user stands behind changes; the second of two users confirms each. */
    @Transactional
    public void confirm(Collection<ValueChange> changes, String person) {
        Map<Boolean, List<ValueChange>> bySecond =
                changes.stream().collect(Collectors.partitioningBy(change -> change.responsible() != null));
        List<ValueChange> confirmed = bySecond.get(true);
        List<ValueChange> endorsed = bySecond.get(false);
        values.confirm(ids(confirmed), person);
        values.endorse(ids(endorsed), person);
        append(confirmed, AuditOutcome.COUNTERSIGNED, person);
        append(endorsed, AuditOutcome.ENDORSED, person);
    }

    private static List<Long> ids(List<ValueChange> changes) {
        return changes.stream().map(ValueChange::id).toList();
    }

    private void append(List<ValueChange> changes, AuditOutcome outcome, String person) {
        ChangeText.messages(changes)
                .forEach(message -> auditLog.append(AuditEntry.by(person, AuditAction.AUTHORITY_CHANGED, outcome)
                        .withMessage(message)));
    }

    /** Returns the first confirmation without its audit entry; empty if there is none. */
    public static Optional<String> unrecorded(JdbcClient jdbc) {
        List<ValueChange> stored = new ValueRepository(jdbc).confirmed();
        RecordedConfirmations recorded = RecordedConfirmations.since(new RecordedEntries(jdbc), Instant.EPOCH);
        return stored.stream()
                .filter(change -> !recorded.recorded(change).equals(change))
                .findFirst()
                .map(change -> "a confirmation was stored without its entry: " + ChangeText.numbered(change));
    }
}
