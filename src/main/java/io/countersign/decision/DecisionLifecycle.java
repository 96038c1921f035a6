package io.countersign.decision;

import io.countersign.connection.api.CallIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times and observations of a decision, except the answer of AWS.
 *
 * @param heldUntil the end of the hold, until which it can be withdrawn; null if it was never held
 * @param listedAt the time of the fresh listing before it was sent; null if there was none
 * @param sentAt the time of the transition to SENDING; null while HELD, and if nothing was sent
 * @param sentAs the identity of the call, stored right before it was sent; null if no call was made
 * @param unclearAt the time since which it had no clear answer, even if it is settled now; null if it was never unclear
 * @param withdrawnBy the user who withdrew it
 * @param observation the effect that the latest read of AWS showed; null before the first read
 * @param nextAt the time of the next step of its job; null if no step is left
 * @param tries the number of reads of AWS for it
 */
public record DecisionLifecycle(
        @Nullable Instant heldUntil,
        @Nullable Instant listedAt,
        @Nullable Instant sentAt,
        @Nullable CallIdentity sentAs,
        @Nullable Instant unclearAt,
        @Nullable String withdrawnBy,
        @Nullable EffectObservation observation,
        @Nullable Instant nextAt,
        int tries) {

    public static final DecisionLifecycle NONE =
            new DecisionLifecycle(null, null, null, null, null, null, null, null, 0);
}
