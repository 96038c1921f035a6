package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.invitation.Invitation;

/** Judges whether a decision without effect may be offered again, as a new one. */
public final class RetryRule {

    private RetryRule() {}

    /**
     * Allowed only if the decision was not sent, or AWS has listed the invitation as pending since. A reject that was stopped because
     * the invitation was accepted elsewhere may be confirmed.
     */
    public static boolean allows(RetryFacts facts) {
        Invitation invitation = facts.invitation();
        if (invitation.openDecision() != null) {
            return false;
        }
        if (!invitation.pending()) {
            return !facts.sent() && facts.action() == InvitationAction.REJECT && invitation.acceptedElsewhere();
        }
        return !facts.sent() || facts.effect() == Effect.PENDING || seenSince(facts);
    }

    private static boolean seenSince(RetryFacts facts) {
        return facts.answeredAt() != null && facts.invitation().lastSeen().isAfter(facts.answeredAt());
    }
}
