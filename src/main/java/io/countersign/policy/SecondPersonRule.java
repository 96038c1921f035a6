package io.countersign.policy;

import io.countersign.connection.Action;
import io.countersign.invitation.Fingerprint;
import java.util.Collection;
import java.util.Comparator;

/** How many people it takes to accept an invitation, and who counts as another person. A reject grants nothing, and takes one. */
public final class SecondPersonRule {

    private SecondPersonRule() {}

    /** Of the rules that match, the strictest counts; where none does, one person decides. */
    public static Needs needs(Collection<StakesRule> rules, Stakes stakes) {
        return rules.stream()
                .filter(rule -> rule.matches(stakes))
                .map(StakesRule::needs)
                .max(Comparator.naturalOrder())
                .orElse(Needs.ONE);
    }

    /** @param now of the invitation as it is listed now */
    static Verdict judge(Hands hands, Fingerprint now) {
        if (hands.action() == Action.REJECT) {
            return Verdict.ALLOWED;
        }
        boolean more = hands.needs().two() || hands.breakGlass() || hands.proposed() != null;
        if (more && hands.decider().machine()) {
            return Verdict.MACHINE;
        }
        if (hands.breakGlass()) {
            return hands.needs().two() ? Verdict.ALLOWED : Verdict.NO_NEED;
        }
        return hands.proposed() == null ? hands.needs().alone() : confirm(hands, hands.proposed(), now);
    }

    private static Verdict confirm(Hands hands, Proposed proposed, Fingerprint now) {
        if (!proposed.open()) {
            return Verdict.PROPOSAL_OVER;
        }
        if (!proposed.shown().equals(now)) {
            return Verdict.PROPOSAL_STALE;
        }
        if (proposed.by().machine()) {
            return Verdict.MACHINE;
        }
        if (proposed.by().same(hands.decider())) {
            return Verdict.OWN_PROPOSAL;
        }
        if (!proposed.entitled()) {
            return Verdict.PROPOSER_GONE;
        }
        return hands.needs() == Needs.LEAD && !hands.leads() ? Verdict.LEAD : Verdict.ALLOWED;
    }
}
