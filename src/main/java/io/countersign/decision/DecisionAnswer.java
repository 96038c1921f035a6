package io.countersign.decision;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.UpdatedInvitation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What AWS answered to a decision, or why it was not called.
 *
 * @param at when the outcome was known; null while HELD or SENDING
 * @param returned the invitation as AWS returned it; present only where AWS confirmed
 * @param requestId AWS's id of the call, where AWS gave one
 * @param failure why the decision is FAILED or UNKNOWN, also where it was CONFIRMED by a later read; null otherwise
 */
public record DecisionAnswer(
        @Nullable Instant at,
        @Nullable UpdatedInvitation returned,
        @Nullable String requestId,
        @Nullable AwsFailure failure) {

    public static final DecisionAnswer NONE = new DecisionAnswer(null, null, null, null);
}
