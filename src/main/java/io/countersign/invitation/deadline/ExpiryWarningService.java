package io.countersign.invitation.deadline;

import io.countersign.audit.AuditLog;
import io.countersign.invitation.ExpiryDeadline;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationAuditEntries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
            List<Invitation> due;
            do {
                due = rows.due(expiryDeadline, now, BATCH);
                warn(expiryDeadline, due);
            } while (due.size() == BATCH);
        }
    }

    private void warn(ExpiryDeadline expiryDeadline, List<Invitation> due) {
        transaction.executeWithoutResult(status -> due.stream()
                .filter(invitation -> rows.warn(invitation.id(), expiryDeadline))
                .map(invitation -> InvitationAuditEntries.expiring(invitation, expiryDeadline))
                .forEach(auditLog::append));
    }
}
