package io.countersign.invitation;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.List;

/** AWS lists an invitation again that was no longer pending. */
public record InvitationReappeared(Source source, ListedInvitation listed) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(InvitationAuditEntries.reappeared(source, listed));
    }
}
