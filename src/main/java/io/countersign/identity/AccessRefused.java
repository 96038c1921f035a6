package io.countersign.identity;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/** A person asked for something that their roles do not allow. */
public record AccessRefused(String person, String method, String path) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(SignInAuditEntries.accessRefused(person, method, path));
    }
}
