package io.countersign.decision.web;

import io.countersign.decision.DecisionResult;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.policy.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Why a submitted decision was rejected.
 *
 * @param verdict message key part
 * @param failure message key part of the reason why the fresh listing failed; null if that is not the reason
 * @param blocking the decision that blocks this one; null for none
 * @param passwordProblem message key of what is wrong with the password in the form; null if it is not the reason
 */
public record RejectionView(
        String verdict,
        @Nullable String failure,
        @Nullable DecisionView blocking,
        @Nullable String passwordProblem) {

    static RejectionView of(DecisionResult.Refused refused, @Nullable String passwordProblem, QueueFilter filter) {
        return new RejectionView(
                refused.why().name(),
                refused.failure() == null ? null : refused.failure().kind().name(),
                refused.other() == null ? null : DecisionView.of(refused.other(), filter),
                passwordProblem == null && refused.why() == Verdict.NOT_FRESH
                        ? "identity.again.missing"
                        : passwordProblem);
    }
}
