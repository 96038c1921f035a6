package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/** A held decision was not sent, because the check at the end of the hold failed. Published inside the transaction. */
public record DecisionStopped(Decision decision) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.stopped(decision));
    }
}
