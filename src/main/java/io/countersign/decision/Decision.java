package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.Failure;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.connection.UpdatedInvitation;
import io.countersign.invitation.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One accept or reject by one person, with its reason and what came of it.
 *
 * @param reviewed the invitation as it stood when the person decided
 * @param answeredAt when the outcome was known; null while HELD or SENDING
 * @param returned the invitation as AWS returned it; present only where AWS confirmed
 * @param requestId AWS's id of the call, where AWS gave one
 * @param failure why it is FAILED or UNKNOWN, also where it was CONFIRMED by reading AWS later; null otherwise
 * @param batch the batch it was made in; null where it was made alone
 * @param inPlaceOf whose right the person used, whom they stood in for; null where their own was enough
 */
public record Decision(
        long id,
        Source source,
        ListedInvitation reviewed,
        Action action,
        String reason,
        String person,
        Instant decidedAt,
        DecisionState state,
        @Nullable Instant answeredAt,
        @Nullable UpdatedInvitation returned,
        @Nullable String requestId,
        @Nullable Failure failure,
        DecisionLifecycle lifecycle,
        @Nullable Long batch,
        @Nullable String inPlaceOf,
        ApprovalRecord approval) {

    /** Of one person alone. */
    public Decision(
            long id,
            Source source,
            ListedInvitation reviewed,
            Action action,
            String reason,
            String person,
            Instant decidedAt,
            DecisionState state,
            @Nullable Instant answeredAt,
            @Nullable UpdatedInvitation returned,
            @Nullable String requestId,
            @Nullable Failure failure,
            DecisionLifecycle lifecycle) {
        this(
                id,
                source,
                reviewed,
                action,
                reason,
                person,
                decidedAt,
                state,
                answeredAt,
                returned,
                requestId,
                failure,
                lifecycle,
                null,
                null,
                ApprovalRecord.NONE);
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(reviewed);
    }

    /** Whether a read of AWS, and not an answer to the call, made it what it is. */
    boolean settledByReading() {
        boolean settled = state == DecisionState.FAILED || state == DecisionState.CONFIRMED && returned == null;
        return settled && lifecycle.observation() != null;
    }

    /** Whether it ended here before it was sent. */
    boolean neverSent() {
        return state == DecisionState.WITHDRAWN || failure != null && failure.kind() == Failure.Kind.STOPPED;
    }
}
