package io.countersign.decision;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.api.UpdatedInvitation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer of AWS to a decision, or the reason why AWS was not called.
 *
 * @param at when the outcome was known; null while HELD or SENDING
 * @param returned the invitation as AWS returned it; present only if AWS confirmed
 * @param requestId AWS's id of the call; null if AWS gave none
 * @param failure why the decision is FAILED or UNKNOWN; kept if a later read confirms the decision; null otherwise
 */
public record DecisionAnswer(
        @Nullable Instant at,
        @Nullable UpdatedInvitation returned,
        @Nullable String requestId,
        @Nullable AwsFailure failure) {

    public static final DecisionAnswer NONE = new DecisionAnswer(null, null, null, null);
}
