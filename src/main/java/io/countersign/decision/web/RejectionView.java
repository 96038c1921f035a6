package io.countersign.decision.web;

import io.countersign.decision.Decision;
import io.countersign.decision.DecisionResult;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.policy.Verdict;
import java.util.EnumSet;
import java.util.Set;
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

    /** The verdicts about a decision that can still end. */
    private static final Set<Verdict> OPEN = EnumSet.of(Verdict.HELD, Verdict.BEING_SENT, Verdict.UNCLEAR);

    static RejectionView of(DecisionResult.Refused refused, @Nullable String passwordProblem, QueueFilter filter) {
        return new RejectionView(
                verdict(refused),
                refused.failure() == null ? null : refused.failure().kind().name(),
                refused.other() == null ? null : DecisionView.of(refused.other(), filter),
                passwordProblem == null && refused.why() == Verdict.NOT_FRESH
                        ? "identity.again.missing"
                        : passwordProblem);
    }

    /**
     * The sentence is about the current state of the blocking decision, as the link beside it is: the decision may have
     * ended after the verdict.
     */
    private static String verdict(DecisionResult.Refused refused) {
        Decision other = refused.other();
        if (other == null || !OPEN.contains(refused.why())) {
            return refused.why().name();
        }
        return switch (other.state()) {
            case HELD -> Verdict.HELD.name();
            case SENDING -> Verdict.BEING_SENT.name();
            case UNKNOWN -> Verdict.UNCLEAR.name();
            case CONFIRMED -> Verdict.DECIDED.name();
            case FAILED, WITHDRAWN -> "BLOCKED";
        };
    }
}
