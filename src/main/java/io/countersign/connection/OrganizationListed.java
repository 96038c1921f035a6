package io.countersign.connection;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * A user imported the accounts of the AWS organization.
 *
 * @param accounts the number of accounts
 * @param renamed the number of connections that were renamed by the import
 */
public record OrganizationListed(String person, int accounts, int renamed) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.by(person, AuditAction.CONNECTION_CHANGED, AuditOutcome.DONE)
                .withMessage(
                        "AWS Organizations: " + accounts + " accounts listed, " + renamed + " connections renamed"));
    }
}
