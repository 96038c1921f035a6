package io.countersign.decision;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.Audited;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.List;

/**
 * Somebody tried to decide and was refused here, before anything was sent.
 *
 * @param reason what the person gave as the reason for the decision
 * @param why the refusal in plain words
 */
public record DecisionRefused(
        Source source, ListedInvitation reviewed, InvitationAction action, String reason, String person, String why)
        implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(DecisionAuditEntries.refused(source, reviewed, action, reason, person, why));
    }
}
