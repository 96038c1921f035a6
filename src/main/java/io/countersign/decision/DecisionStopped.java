package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/** A held decision was not sent, because something had changed when the hold was over. Published inside the transaction. */
public record DecisionStopped(Decision decision) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.stopped(decision));
    }
}
