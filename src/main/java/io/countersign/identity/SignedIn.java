package io.countersign.identity;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/** A user signed in. */
public record SignedIn(String person) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(SignInAuditEntries.signedIn(person));
    }
}
