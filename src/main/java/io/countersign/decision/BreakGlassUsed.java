package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * An admin decided alone what takes two people. Published inside the transaction that stores the decision.
 *
 * @param passedOver who could have confirmed it
 */
public record BreakGlassUsed(Decision decision, List<String> passedOver) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return ApprovalAuditEntries.breakGlass(decision, passedOver);
    }

    public BreakGlassUsed {
        passedOver = List.copyOf(passedOver);
    }
}
