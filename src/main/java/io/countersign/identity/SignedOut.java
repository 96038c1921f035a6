package io.countersign.identity;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/** A user signed out. */
public record SignedOut(String person) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(SignInAuditEntries.signedOut(person));
    }
}
