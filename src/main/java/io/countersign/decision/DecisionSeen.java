package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * AWS was read for a decision, and showed something new of its effect; its state says whether that settled it. Published inside
 * the transaction that stores it.
 */
public record DecisionSeen(Decision decision) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.observed(decision));
    }
}
