package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * The intent was stored; it is held, or about to be sent, as its state says. Published inside the transaction that stores it,
 * and for a held one again when the hold is over.
 */
public record DecisionIntended(Decision decision) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.intended(decision));
    }
}
