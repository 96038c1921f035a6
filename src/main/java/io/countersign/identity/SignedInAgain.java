package io.countersign.identity;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/** Somebody who was signed in gave their password once more. */
public record SignedInAgain(String person) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(SignInAuditEntries.reauthenticated(person));
    }
}
