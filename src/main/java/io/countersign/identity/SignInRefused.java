package io.countersign.identity;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import java.util.List;

/**
 * A sign-in that failed.
 *
 * @param name as it was typed, which may be anything
 * @param why in plain words
 */
public record SignInRefused(String name, String why) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(SignInAuditEntries.signInRefused(name, why));
    }
}
