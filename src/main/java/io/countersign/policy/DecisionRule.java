package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationState;
import java.time.Duration;
import java.time.Instant;

/** Judges whether a user may decide an invitation now. */
public final class DecisionRule {

    /**
     * AWS may still process an unclear request for a while. Only a read that began this long after the send became
     * unclear shows that it had no effect.
     */
    public static final Duration STRAGGLER = Duration.ofMinutes(1);

    private DecisionRule() {}

    public static Verdict judge(DecisionFacts facts) {
        Invitation invitation = facts.invitation();
        if (!facts.decider()) {
            return Verdict.NOT_A_DECIDER;
        }
        if (!facts.inScope()) {
            return Verdict.NOT_YOURS;
        }
        return switch (invitation.state()) {
            case ACCEPTED, REJECTED -> Verdict.DECIDED;
            case GONE -> gone(facts);
            case PENDING -> pending(facts);
        };
    }

    private static Verdict gone(DecisionFacts facts) {
        if (facts.invitation().unclear()) {
            return Verdict.UNCLEAR;
        }
        if (facts.approval().action() != InvitationAction.REJECT
                || !facts.invitation().acceptedElsewhere()) {
            return Verdict.GONE;
        }
        Verdict verdict = pending(facts);
        return facts.approval().leaving() || !verdict.allowed() ? verdict : Verdict.ACCEPTED_ELSEWHERE;
    }

    private static Verdict pending(DecisionFacts facts) {
        if (facts.invitation().held()) {
            return Verdict.HELD;
        }
        if (facts.invitation().beingSent()) {
            return Verdict.BEING_SENT;
        }
        if (facts.invitation().unclear() && !listedSince(facts)) {
            return Verdict.UNCLEAR;
        }
        if (facts.claimedByAnother()) {
            return Verdict.CLAIMED;
        }
        return ready(facts);
    }

    /** Judges a held decision again before it is sent, by the facts of that moment. */
    public static Verdict judgeHeld(DecisionFacts facts, long decision, Instant now) {
        Invitation invitation = facts.invitation();
        if (!facts.decider()) {
            return Verdict.NOT_A_DECIDER;
        }
        if (!facts.inScope()) {
            return Verdict.NOT_YOURS;
        }
        boolean leaving = facts.approval().leaving();
        if (!invitation.pending() && !(leaving && invitation.acceptedElsewhere())) {
            return invitation.state() == InvitationState.GONE ? Verdict.GONE : Verdict.DECIDED;
        }
        if (!Long.valueOf(decision).equals(invitation.openDecision())) {
            return Verdict.DECIDED;
        }
        // what was accepted does not expire
        return leaving || now.isBefore(invitation.expiresBy()) ? ready(facts) : Verdict.OVER;
    }

    private static Verdict ready(DecisionFacts facts) {
        if (facts.changed()) {
            return Verdict.CHANGED;
        }
        return facts.connected() ? FourEyesRule.judge(facts.approval(), facts.now()) : Verdict.NOT_CONNECTED;
    }

    private static boolean listedSince(DecisionFacts facts) {
        return facts.unclearSince() != null
                && facts.invitation().lastSeen().isAfter(facts.unclearSince().plus(STRAGGLER));
    }
}
