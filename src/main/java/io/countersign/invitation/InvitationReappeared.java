package io.countersign.invitation;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.List;

/** An invitation that was no longer pending is listed again. */
public record InvitationReappeared(Source source, ListedInvitation listed) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(InvitationAuditEntries.reappeared(source, listed));
    }
}
