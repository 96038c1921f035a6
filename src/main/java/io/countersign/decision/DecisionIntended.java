package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * The intent of a decision was stored; its state says whether it is held or about to be sent. Published inside the
 * transaction that stores it, and for a held decision again at the end of the hold.
 */
public record DecisionIntended(Decision decision) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.intended(decision));
    }
}
