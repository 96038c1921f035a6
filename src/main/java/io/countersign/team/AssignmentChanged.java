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
 * An invitation became or ceased to be somebody's turn, or somebody said something about it.
 *
 * @param words what changed, old and new
 * @param said the person's own words; null where there are none
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

    /** What was done. */
    public enum Move {
        CLAIM,
        RELEASE,
        HANDOVER,
        ASSIGN,
        COMMENT
    }
}
