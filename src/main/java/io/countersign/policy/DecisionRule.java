package io.countersign.policy;

import io.countersign.invitation.Invitation;
import java.time.Duration;

/** Who may decide what, and when. */
public final class DecisionRule {

    /**
     * An unclear request may still reach AWS for a while. Only a read that began this long after the send became unclear
     * shows that it had no effect.
     */
    public static final Duration STRAGGLER = Duration.ofMinutes(1);

    private DecisionRule() {}

    public static Verdict judge(DecisionFacts facts) {
        Invitation invitation = facts.invitation();
        if (!facts.decider()) {
            return Verdict.NOT_A_DECIDER;
        }
        if (!facts.standing().decides()) {
            return Verdict.NOT_YOURS;
        }
        return switch (invitation.state()) {
            case ACCEPTED, REJECTED -> Verdict.DECIDED;
            case GONE -> Verdict.GONE;
            case PENDING -> pending(facts);
        };
    }

    private static Verdict pending(DecisionFacts facts) {
        if (facts.invitation().beingSent()) {
            return Verdict.BEING_SENT;
        }
        if (facts.invitation().unclear() && !listedSince(facts)) {
            return Verdict.UNCLEAR;
        }
        if (facts.standing().keptByAnother()) {
            return Verdict.CLAIMED;
        }
        return facts.connected() ? Verdict.ALLOWED : Verdict.NOT_CONNECTED;
    }

    private static boolean listedSince(DecisionFacts facts) {
        return facts.unclearSince() != null
                && facts.invitation().lastSeen().isAfter(facts.unclearSince().plus(STRAGGLER));
    }
}
