package io.countersign.identity;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/** A request was refused because the roles of the user do not allow it. */
public record AccessRefused(String person, String method, String path) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(SignInAuditEntries.accessRefused(person, method, path));
    }
}
