package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.List;

/**
 * Countersign refused a decision before it sent anything.
 *
 * @param reason the reason that the user gave for the decision
 * @param why the name of the verdict
 */
public record DecisionRefused(
        Source source, ListedInvitation reviewed, InvitationAction action, String reason, String person, String why)
        implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.refused(source, reviewed, action, reason, person, why));
    }
}
