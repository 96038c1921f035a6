package io.countersign.decision;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.invitation.InvitationFingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One accept or reject by one user, with its reason and its outcome.
 *
 * @param reviewed the invitation as it was when the user decided
 * @param batch the bulk decision that it belongs to; null for a single decision
 */
public record Decision(
        long id,
        Source source,
        ListedInvitation reviewed,
        InvitationAction action,
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

    public @Nullable AwsFailure failure() {
        return answer.failure();
    }

    public @Nullable String inPlaceOf() {
        return approval.inPlaceOf();
    }

    public boolean leaving() {
        return approval.leaving();
    }

    public InvitationFingerprint fingerprint() {
        return InvitationFingerprint.of(reviewed);
    }

    /** Returns whether a read of AWS settled it, and not the answer to the call. */
    public boolean settledByReading() {
        boolean settled = state == DecisionState.FAILED || state == DecisionState.CONFIRMED && returned() == null;
        return settled && lifecycle.observation() != null;
    }

    /** Returns whether it ended before it was sent. */
    public boolean neverSent() {
        return state == DecisionState.WITHDRAWN
                || failure() != null && failure().kind() == AwsFailure.Kind.STOPPED;
    }
}
