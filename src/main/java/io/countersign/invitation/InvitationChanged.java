package io.countersign.invitation;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.List;

/** AWS lists a pending invitation with changed values, for example with another permission. */
public record InvitationChanged(Source source, ListedInvitation before, ListedInvitation after) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(InvitationAuditEntries.changed(source, before, after));
    }
}
