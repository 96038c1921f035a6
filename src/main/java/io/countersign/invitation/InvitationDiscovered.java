package io.countersign.invitation;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.List;

/** AWS lists an invitation that was never seen before. */
public record InvitationDiscovered(Source source, ListedInvitation listed) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(InvitationAuditEntries.discovered(source, listed));
    }
}
