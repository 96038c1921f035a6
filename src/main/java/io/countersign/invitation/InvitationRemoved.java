package io.countersign.invitation;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.List;

/** A complete poll no longer lists an invitation that was pending. */
public record InvitationRemoved(Source source, ListedInvitation last, RemovalReason conclusion) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(InvitationAuditEntries.removed(source, last, conclusion));
    }
}
