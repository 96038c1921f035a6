package io.countersign.identity;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/** A signed-in user confirmed the password. */
public record SignedInAgain(String person) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(SignInAuditEntries.reauthenticated(person));
    }
}
