package io.countersign.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a decision beside AWS's answer.
 *
 * @param heldUntil until when it may be withdrawn; null where it was never held
 * @param listedAt when AWS was listed again before it was sent; null where it was not, as for a reject
 * @param sentAt when it was handed over to be sent; null while HELD, and where nothing was sent
 * @param withdrawnBy who took it back
 * @param observation what AWS showed of its effect when it was last read; null where it was not read yet
 * @param nextAt when the desk looks after it next; null where nothing is left to do
 * @param tries how often AWS was read for it
 */
public record DecisionLifecycle(
        @Nullable Instant heldUntil,
        @Nullable Instant listedAt,
        @Nullable Instant sentAt,
        @Nullable String withdrawnBy,
        @Nullable EffectObservation observation,
        @Nullable Instant nextAt,
        int tries) {

    public static final DecisionLifecycle NONE = new DecisionLifecycle(null, null, null, null, null, null, 0);
}
