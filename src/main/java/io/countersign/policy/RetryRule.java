package io.countersign.policy;

import io.countersign.invitation.Invitation;

/** Judges whether a decision without effect may be offered again, as a new one. */
public final class RetryRule {

    private RetryRule() {}

    /** Allowed only if the decision was not sent, or AWS has listed the invitation as pending since. */
    public static boolean allows(RetryFacts facts) {
        Invitation invitation = facts.invitation();
        if (!invitation.pending() || invitation.openDecision() != null) {
            return false;
        }
        return !facts.sent() || facts.effect() == Effect.PENDING || seenSince(facts);
    }

    private static boolean seenSince(RetryFacts facts) {
        return facts.answeredAt() != null && facts.invitation().lastSeen().isAfter(facts.answeredAt());
    }
}
