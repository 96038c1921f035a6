package io.countersign.decision.activity;

import io.countersign.audit.StoredAuditEntry;
import java.util.List;

/**
 * What happened to an invitation.
 *
 * @param entries newest first
 * @param phases oldest first; empty if the arrival is not among the entries that were read
 * @param read the newest audit entries, newest first
 * @param earlier whether the audit log has older entries
 */
public record Activity(List<ActivityEntry> entries, List<Phase> phases, List<StoredAuditEntry> read, boolean earlier) {

    public Activity {
        entries = List.copyOf(entries);
        phases = List.copyOf(phases);
        read = List.copyOf(read);
    }
}
