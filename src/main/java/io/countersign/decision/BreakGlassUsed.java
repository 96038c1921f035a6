package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * An admin decided without the required second approval. Published inside the transaction that stores the decision.
 *
 * @param skippedApprovers the names of the users who could have confirmed it
 */
public record BreakGlassUsed(Decision decision, List<String> skippedApprovers) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return ApprovalAuditEntries.breakGlass(decision, skippedApprovers);
    }

    public BreakGlassUsed {
        skippedApprovers = List.copyOf(skippedApprovers);
    }
}
