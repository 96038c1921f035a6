package io.countersign.invitation;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.ChangedValues;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Creates the audit entries about invitations that AWS lists. */
public final class InvitationAuditEntries {

    private InvitationAuditEntries() {}

    public static AuditEntry discovered(Source source, ListedInvitation listed) {
        return read(AuditOutcome.DISCOVERED, source, listed);
    }

    public static AuditEntry reappeared(Source source, ListedInvitation listed) {
        return read(AuditOutcome.REAPPEARED, source, listed);
    }

    public static AuditEntry changed(Invitation before, ListedInvitation after) {
        List<String> changes = new ChangedValues<>(before.listed(), after)
                .value("PermissionType", ListedInvitation::permission)
                .value("name", ListedInvitation::resourceName)
                .value("SharedWith", ListedInvitation::sharedWith)
                .value("SharedBy", ListedInvitation::sharedBy)
                .value("ShareResourceType", ListedInvitation::type)
                .value("resource", ListedInvitation::resourceId)
                .lines();
        return read(AuditOutcome.CHANGED, before.source(), after).withMessage(String.join("\n", changes));
    }

    public static AuditEntry removed(Invitation last, RemovalReason removalReason) {
        AuditOutcome outcome = removalReason.cause() == GoneCause.EXPIRED ? AuditOutcome.EXPIRED : AuditOutcome.REMOVED;
        return read(outcome, last.source(), last.listed()).withMessage(removalReason.text());
    }

    public static AuditEntry expiring(Invitation invitation, ExpiryDeadline deadline) {
        return AuditEntry.bySystem(AuditAction.EXPIRY_WARNING, AuditOutcome.WARNED)
                .about(AuditSubjects.of(invitation.source(), invitation.listed()))
                .withMessage("at most " + deadline.hours() + " hours left, expires by "
                        + invitation.expiresBy().truncatedTo(ChronoUnit.SECONDS));
    }

    private static AuditEntry read(AuditOutcome outcome, Source source, ListedInvitation invitation) {
        return AuditEntry.bySystem(AuditAction.READ, outcome).about(AuditSubjects.of(source, invitation));
    }
}
