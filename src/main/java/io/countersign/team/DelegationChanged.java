package io.countersign.team;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * A delegation was added or ended early.
 *
 * @param by the user who did it
 */
public record DelegationChanged(Delegation delegation, String by) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.by(by, AuditAction.DELEGATE, AuditOutcome.DONE)
                .withReason(delegation.reason())
                .withMessage(text()));
    }

    /** Returns one line with both users and the days. */
    public String text() {
        String days = delegation.from() + " to " + delegation.until() + " (UTC)";
        return delegation.delegate() + " on behalf of " + delegation.person() + ", " + days
                + (delegation.endedAt() == null ? "" : ", ended early");
    }
}
