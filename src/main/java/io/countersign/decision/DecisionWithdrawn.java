package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody took a held decision back. Published inside the transaction that stores it.
 *
 * @param inPlaceOf whose right they used, whom they stood in for; null where their own was enough
 */
public record DecisionWithdrawn(
        Decision decision, String by, @Nullable String inPlaceOf) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.withdrawn(decision, by, inPlaceOf));
    }
}
