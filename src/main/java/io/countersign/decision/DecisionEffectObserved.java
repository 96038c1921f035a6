package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * A read of AWS showed a new effect of a decision; the state of the decision says whether that settled it. Published
 * inside the transaction that stores the observation.
 */
public record DecisionEffectObserved(Decision decision) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.observed(decision));
    }
}
