package io.countersign.invitation;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.time.Instant;
import java.util.List;

/** A pending invitation has reached a deadline. Published once for each, inside the transaction that keeps count. */
public record InvitationExpiring(Source source, ListedInvitation listed, ExpiryDeadline deadline, Instant expiresBy)
        implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(InvitationAuditEntries.expiring(this));
    }
}
