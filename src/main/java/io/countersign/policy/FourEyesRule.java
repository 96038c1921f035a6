package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.invitation.InvitationFingerprint;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Judges how many approvals an accept requires, and who may give the second one. A reject grants nothing, so one user
 * decides it.
 */
public final class FourEyesRule {

    private FourEyesRule() {}

    /** Returns the strictest of the matching rules; empty if none matches. */
    public static Optional<ApprovalRule> strictest(Collection<ApprovalRule> rules, ApprovalCriteria criteria) {
        return rules.stream().filter(rule -> rule.matches(criteria)).max(Comparator.comparing(ApprovalRule::needs));
    }

    /** The approvals that the strictest rule requires; without a match, one user decides. */
    public static RequiredApprovals needs(Collection<ApprovalRule> rules, ApprovalCriteria criteria) {
        return strictest(rules, criteria).map(ApprovalRule::needs).orElse(RequiredApprovals.ONE);
    }

    /** @param now the fingerprint of the invitation as it is listed now */
    static Verdict judge(ApprovalContext approval, InvitationFingerprint now) {
        if (approval.action() == InvitationAction.REJECT) {
            return Verdict.ALLOWED;
        }
        boolean serviceAccountExcluded = approval.needs().two() || approval.breakGlass() || approval.proposed() != null;
        if (serviceAccountExcluded && approval.decider().serviceAccount()) {
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
        if (proposed.by().serviceAccount()) {
            return Verdict.MACHINE;
        }
        if (approval.ownProposal()) {
            return Verdict.OWN_PROPOSAL;
        }
        if (!proposed.entitled()) {
            return Verdict.PROPOSER_GONE;
        }
        return approval.needs() == RequiredApprovals.LEAD && !approval.leads() ? Verdict.LEAD : Verdict.ALLOWED;
    }
}
