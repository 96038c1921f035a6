package io.countersign.decision.web;

import io.countersign.decision.DecisionResult;
import io.countersign.invitation.queue.QueueFilter;
import org.jspecify.annotations.Nullable;

/**
 * Why a submitted decision was rejected.
 *
 * @param verdict message key part
 * @param failure message key part of the reason why the fresh listing failed; null if that is not the reason
 * @param blocking the decision that blocks this one; null for none
 * @param reauthenticationHref the link to reauthenticate; null if none is required
 */
public record RejectionView(
        String verdict,
        @Nullable String failure,
        @Nullable DecisionView blocking,
        @Nullable String reauthenticationHref) {

    static RejectionView of(DecisionResult.Refused refused, @Nullable String reauthenticationHref, QueueFilter filter) {
        return new RejectionView(
                refused.why().name(),
                refused.failure() == null ? null : refused.failure().kind().name(),
                refused.other() == null ? null : DecisionView.of(refused.other(), filter),
                reauthenticationHref);
    }
}
