package io.countersign.invitation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns about pending invitations that are about to expire, once for each deadline. After a stop that took longer, only the
 * tightest deadline that was passed is told: the others would be told too late.
 */
@Component
class Deadlines {

    private static final int BATCH = 200;

    private final DeadlineRows rows;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Deadlines(
            DeadlineRows rows, TransactionTemplate transaction, ApplicationEventPublisher events, InstantSource clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    void warn() {
        Instant now = clock.instant();
        for (Deadline deadline : Deadline.values()) {
            List<Invitation> due;
            do {
                due = rows.due(deadline, now, BATCH);
                warn(deadline, due);
            } while (due.size() == BATCH);
        }
    }

    private void warn(Deadline deadline, List<Invitation> due) {
        transaction.executeWithoutResult(status -> due.stream()
                .filter(invitation -> rows.warn(invitation.id(), deadline))
                .map(invitation -> new InvitationExpiring(
                        invitation.source(), invitation.listed(), deadline, invitation.expiresBy()))
                .forEach(events::publishEvent));
    }
}
