package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.invitation.InvitationFingerprint;
import java.util.Collection;
import java.util.Comparator;

/** How many people it takes to accept an invitation, and who counts as another person. A reject grants nothing, and takes one. */
public final class FourEyesRule {

    private FourEyesRule() {}

    /** Of the rules that match, the strictest counts; where none does, one person decides. */
    public static RequiredApprovals needs(Collection<ApprovalRule> rules, ApprovalCriteria stakes) {
        return rules.stream()
                .filter(rule -> rule.matches(stakes))
                .map(ApprovalRule::needs)
                .max(Comparator.naturalOrder())
                .orElse(RequiredApprovals.ONE);
    }

    /** @param now of the invitation as it is listed now */
    static Verdict judge(ApprovalContext approval, InvitationFingerprint now) {
        if (approval.action() == InvitationAction.REJECT) {
            return Verdict.ALLOWED;
        }
        boolean more = approval.needs().two() || approval.breakGlass() || approval.proposed() != null;
        if (more && approval.decider().machine()) {
            return Verdict.MACHINE;
        }
        if (approval.breakGlass()) {
            return approval.needs().two() ? Verdict.ALLOWED : Verdict.NO_NEED;
        }
        return approval.proposed() == null ? approval.needs().alone() : confirm(approval, approval.proposed(), now);
    }

    private static Verdict confirm(ApprovalContext approval, PendingProposal proposed, InvitationFingerprint now) {
        if (!proposed.open()) {
            return Verdict.PROPOSAL_OVER;
        }
        if (!proposed.shown().equals(now)) {
            return Verdict.PROPOSAL_STALE;
        }
        if (proposed.by().machine()) {
            return Verdict.MACHINE;
        }
        if (proposed.by().same(approval.decider())) {
            return Verdict.OWN_PROPOSAL;
        }
        if (!proposed.entitled()) {
            return Verdict.PROPOSER_GONE;
        }
        return approval.needs() == RequiredApprovals.LEAD && !approval.leads() ? Verdict.LEAD : Verdict.ALLOWED;
    }
}
