package io.countersign.invitation;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.time.Instant;
import java.util.List;

/**
 * A pending invitation reached a deadline. Published once for each deadline, in the transaction that stores the
 * warning.
 */
public record InvitationExpiring(Source source, ListedInvitation listed, ExpiryDeadline deadline, Instant expiresBy)
        implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(InvitationAuditEntries.expiring(this));
    }
}
