package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user withdrew a held decision. Published inside the transaction that stores it.
 *
 * @param inPlaceOf the delegator whose right the user needed; null if their own right was enough
 */
public record DecisionWithdrawn(
        Decision decision, String by, @Nullable String inPlaceOf) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.withdrawn(decision, by, inPlaceOf));
    }
}
