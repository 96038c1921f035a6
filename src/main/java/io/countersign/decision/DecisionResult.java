package io.countersign.decision;

import io.countersign.connection.AwsFailure;
import io.countersign.policy.Verdict;
import org.jspecify.annotations.Nullable;

/** The result of a {@link DecideCommand}. */
public sealed interface DecisionResult {

    /** A decision was stored, and held or sent; its state tells the outcome. */
    record Made(long decision) implements DecisionResult {}

    /** Nothing was sent: the proposal waits for another user. */
    record Proposed(long proposal) implements DecisionResult {}

    /**
     * Nothing was sent.
     *
     * @param other the decision that blocks this one; null for none
     * @param failure why the fresh listing failed; null unless that is the reason
     */
    record Refused(
            Verdict why, @Nullable Decision other, @Nullable AwsFailure failure) implements DecisionResult {}
}
