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
 * One accept or reject by one user, with its reason and its outcome.
 *
 * @param reviewed the invitation as it was when the user decided
 * @param batch the bulk decision that it belongs to; null where it was made alone
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
        DecisionAnswer answer,
        DecisionLifecycle lifecycle,
        @Nullable Long batch,
        ApprovalRecord approval) {

    public @Nullable Instant answeredAt() {
        return answer.at();
    }

    public @Nullable UpdatedInvitation returned() {
        return answer.returned();
    }

    public @Nullable String requestId() {
        return answer.requestId();
    }

    public @Nullable Failure failure() {
        return answer.failure();
    }

    public @Nullable String inPlaceOf() {
        return approval.inPlaceOf();
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(reviewed);
    }

    /** Whether it was settled by a read of AWS, and not by the answer to the call. */
    public boolean settledByReading() {
        boolean settled = state == DecisionState.FAILED || state == DecisionState.CONFIRMED && returned() == null;
        return settled && lifecycle.observation() != null;
    }

    /** Whether it ended before it was sent. */
    public boolean neverSent() {
        return state == DecisionState.WITHDRAWN
                || failure() != null && failure().kind() == Failure.Kind.STOPPED;
    }
}
