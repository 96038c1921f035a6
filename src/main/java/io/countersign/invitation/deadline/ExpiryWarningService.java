package io.countersign.invitation.deadline;

import io.countersign.audit.AuditLog;
import io.countersign.invitation.ExpiryDeadline;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationAuditEntries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns once for each deadline of a pending invitation. After a long stop it warns only about the tightest deadline
 * that passed.
 */
@Component
class ExpiryWarningService {

    private static final int BATCH = 200;

    private final ExpiryWarningRepository rows;
    private final TransactionTemplate transaction;
    private final AuditLog auditLog;
    private final InstantSource clock;

    ExpiryWarningService(
            ExpiryWarningRepository rows, TransactionTemplate transaction, AuditLog auditLog, InstantSource clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    void warn() {
        Instant now = clock.instant();
        for (ExpiryDeadline expiryDeadline : ExpiryDeadline.values()) {
            while (warn(expiryDeadline, now) == BATCH) {
                // the next batch
            }
        }
    }

    /** Returns the number of invitations of the batch. */
    private int warn(ExpiryDeadline expiryDeadline, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Invitation> due = rows.due(expiryDeadline, now, BATCH);
            due.stream()
                    .filter(invitation -> rows.warn(invitation.id(), expiryDeadline))
                    .map(invitation -> InvitationAuditEntries.expiring(invitation, expiryDeadline))
                    .forEach(auditLog::append);
            return due.size();
        }));
    }
}
