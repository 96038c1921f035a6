package io.countersign.invitation;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates the audit entries about invitations that AWS lists. */
final class InvitationAuditEntries {

    private InvitationAuditEntries() {}

    static AuditEntry discovered(Source source, ListedInvitation listed) {
        return read(AuditOutcome.DISCOVERED, source, listed);
    }

    static AuditEntry reappeared(Source source, ListedInvitation listed) {
        return read(AuditOutcome.REAPPEARED, source, listed);
    }

    static AuditEntry changed(Source source, ListedInvitation before, ListedInvitation after) {
        return read(AuditOutcome.CHANGED, source, after).withMessage(changes(before, after));
    }

    static AuditEntry removed(Source source, ListedInvitation last, RemovalReason removalReason) {
        AuditOutcome outcome = removalReason.cause() == GoneCause.EXPIRED ? AuditOutcome.EXPIRED : AuditOutcome.REMOVED;
        return read(outcome, source, last)
                .withMessage(
                        removalReason.cause() + " (" + removalReason.confidence() + "): " + removalReason.evidence());
    }

    static AuditEntry expiring(InvitationExpiring event) {
        return AuditEntry.bySystem(AuditAction.EXPIRY_WARNING, AuditOutcome.WARNED)
                .about(AuditSubjects.of(event.source(), event.listed()))
                .withMessage("at most " + event.deadline().hours() + " hours left, expires by "
                        + event.expiresBy().truncatedTo(ChronoUnit.SECONDS) + " at the latest");
    }

    private static AuditEntry read(AuditOutcome outcome, Source source, ListedInvitation invitation) {
        return AuditEntry.bySystem(AuditAction.READ, outcome).about(AuditSubjects.of(source, invitation));
    }

    /** Lists old and new values, for example {@code PermissionType: READONLY -> CONTRIBUTOR}. */
    private static String changes(ListedInvitation before, ListedInvitation after) {
        return Stream.of(
                        change("PermissionType", before.permission(), after.permission()),
                        change("name", before.resourceName(), after.resourceName()),
                        change("SharedWith", before.sharedWith(), after.sharedWith()),
                        change("SharedBy", before.sharedBy(), after.sharedBy()),
                        change("ShareResourceType", before.type(), after.type()),
                        change("resource", before.resourceId(), after.resourceId()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String change(String field, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? null : field + ": " + text(before) + " -> " + text(after);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "not given" : value.toString();
    }
}
