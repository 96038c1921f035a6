package io.countersign.policy;

import io.countersign.invitation.Invitation;

/** When a decision that had no effect may be offered again, as a new one. */
public final class RetryRule {

    private RetryRule() {}

    /** Only where it never went out, or AWS was seen to have the invitation pending since. */
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
