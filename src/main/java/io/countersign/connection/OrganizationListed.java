package io.countersign.connection;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * Somebody read the accounts of the AWS organization.
 *
 * @param accounts how many there are
 * @param renamed how many connections took a new name from it
 */
public record OrganizationListed(String person, int accounts, int renamed) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.by(person, AuditAction.CONNECTION_CHANGED, AuditOutcome.DONE)
                .withMessage(
                        "AWS Organizations: " + accounts + " accounts listed, " + renamed + " connections renamed"));
    }
}
