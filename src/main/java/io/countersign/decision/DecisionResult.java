package io.countersign.decision;

import io.countersign.connection.AwsFailure;
import io.countersign.policy.Verdict;
import org.jspecify.annotations.Nullable;

/** What came of the wish to decide. */
public sealed interface DecisionResult {

    /** It was held or sent; the decision says with what result. */
    record Made(long decision) implements DecisionResult {}

    /** Nothing was sent: it waits for another person. */
    record Proposed(long proposal) implements DecisionResult {}

    /**
     * Nothing was sent.
     *
     * @param other the decision that stands in the way, where one does
     * @param failure why AWS could not be listed again, where that is the reason
     */
    record Refused(
            Verdict why, @Nullable Decision other, @Nullable AwsFailure failure) implements DecisionResult {}
}
