package io.countersign.identity;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * A sign-in that failed.
 *
 * @param name the unchecked input
 * @param why the reason, in plain text
 */
public record SignInRefused(String name, String why) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(SignInAuditEntries.signInRefused(name, why));
    }
}
