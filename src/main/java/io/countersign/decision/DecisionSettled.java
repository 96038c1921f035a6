package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/** The call to AWS ended, with or without a clear answer. Published inside the transaction that stores the outcome. */
public record DecisionSettled(Decision decision) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.settled(decision));
    }
}
