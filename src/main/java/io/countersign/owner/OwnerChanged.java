package io.countersign.owner;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.Audited;
import io.countersign.connection.AccountId;
import java.util.List;

/**
 * A lead changed the owner directory. Published inside the transaction that changes it.
 *
 * @param differences the old and new values, such as {@code trust: none → blocked}
 */
public record OwnerChanged(String person, AccountId account, List<String> differences) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.by(person, AuditAction.OWNER_CHANGED, AuditOutcome.DONE)
                .about(AuditSubject.ofOwner(account.value()))
                .withMessage(text()));
    }

    public OwnerChanged {
        differences = List.copyOf(differences);
    }

    /** The differences, one per line. */
    public String text() {
        return "owner\n" + String.join("\n", differences);
    }
}
