package io.countersign.decision.activity;

import io.countersign.audit.StoredAuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the phases of an invitation from its audit entries. */
final class PhaseRule {

    private final List<Phase> phases = new ArrayList<>();
    private @Nullable Instant since;
    private @Nullable String assignee;
    private Instant assignedUntil = Instant.MIN;
    private Phase.@Nullable Kind step;

    private PhaseRule() {}

    /**
     * Returns the phases from the arrival until the end, or until now if the invitation is still open, without gaps. Empty
     * if the first entry is not the arrival.
     *
     * @param entries oldest first
     */
    static List<Phase> phases(List<StoredAuditEntry> entries, Instant now) {
        PhaseRule rule = new PhaseRule();
        entries.forEach(rule::take);
        if (rule.since != null && !now.isBefore(rule.since)) {
            rule.close(now);
            rule.markOpen();
        }
        return List.copyOf(rule.phases);
    }

    private void take(StoredAuditEntry entry) {
        String event = entry.action() + "." + entry.outcome();
        if (since == null) {
            if (event.equals("READ.DISCOVERED") || event.equals("READ.REAPPEARED")) {
                phases.clear();
                since = entry.at();
                step = null;
            }
            return;
        }
        close(entry.at());
        switch (event) {
            case "CLAIM.DONE", "ASSIGN.DONE", "HANDOVER.DONE", "RELEASE.DONE" -> assign(entry.message());
            case "PROPOSE.PROPOSED" -> step = Phase.Kind.PROPOSED;
            case "PROPOSE.COUNTERSIGNED" -> approve();
            case "ACCEPT.HELD", "REJECT.HELD" -> step = Phase.Kind.HELD;
            case "ACCEPT.SENDING", "REJECT.SENDING" -> step = Phase.Kind.SENDING;
            case "ACCEPT.UNKNOWN", "REJECT.UNKNOWN" -> step = Phase.Kind.UNCLEAR;
            case "ACCEPT.FAILED", "REJECT.FAILED", "ACCEPT.WITHDRAWN", "REJECT.WITHDRAWN", "EFFECT_CHECK.FAILED" ->
                step = null;
            case "PROPOSE.SENT_BACK", "PROPOSE.WITHDRAWN", "PROPOSE.STALE" ->
                step = step == Phase.Kind.PROPOSED ? null : step;
            case "ACCEPT.CONFIRMED", "REJECT.CONFIRMED", "EFFECT_CHECK.CONFIRMED", "READ.EXPIRED", "READ.REMOVED" ->
                since = null;
            default -> {
                // the invitation still waits for the same thing
            }
        }
    }

    private void assign(@Nullable String message) {
        AssignmentChange.parse(message).ifPresent(change -> {
            assignee = change.to();
            assignedUntil = change.until() == null ? Instant.MIN : change.until();
        });
    }

    private void approve() {
        int last = phases.size() - 1;
        if (last >= 0 && phases.get(last).kind() == Phase.Kind.PROPOSED) {
            phases.set(last, phases.get(last).as(Phase.Kind.APPROVED));
        }
        step = null;
    }

    /** Ends the current phase. An assignment that ended before it became an unassigned phase at that time. */
    private void close(Instant end) {
        if (step == null && assignee != null && assignedUntil.isBefore(end)) {
            if (since != null && since.isBefore(assignedUntil)) {
                add(Phase.Kind.ASSIGNED, assignee, assignedUntil);
            }
            assignee = null;
        }
        Phase.Kind kind = step != null ? step : assignee == null ? Phase.Kind.UNASSIGNED : Phase.Kind.ASSIGNED;
        add(kind, kind == Phase.Kind.ASSIGNED ? assignee : null, end);
    }

    private void add(Phase.Kind kind, @Nullable String person, Instant end) {
        if (since == null || !since.isBefore(end)) {
            return;
        }
        Phase phase = new Phase(kind, person, since, end, false);
        int last = phases.size() - 1;
        if (last >= 0 && phase.continues(phases.get(last))) {
            phases.set(last, phases.get(last).until(end));
        } else {
            phases.add(phase);
        }
        since = end;
    }

    private void markOpen() {
        int last = phases.size() - 1;
        if (last >= 0) {
            phases.set(last, phases.get(last).stillOpen());
        }
    }
}
