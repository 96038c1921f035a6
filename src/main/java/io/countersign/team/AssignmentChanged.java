package io.countersign.team;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The assignment of an invitation changed, or a user commented on it.
 *
 * @param words the old and the new value
 * @param said the text of the comment; null if there is none
 */
public record AssignmentChanged(
        Source source,
        ListedInvitation invitation,
        String person,
        Move move,
        @Nullable String words,
        @Nullable String said)
        implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.by(person, AuditAction.valueOf(move.name()), AuditOutcome.DONE)
                .about(AuditSubjects.of(source, invitation))
                .withReason(said)
                .withMessage(words));
    }

    /** The kind of change. */
    public enum Move {
        CLAIM,
        RELEASE,
        HANDOVER,
        ASSIGN,
        COMMENT
    }
}
