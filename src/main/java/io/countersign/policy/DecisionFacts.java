package io.countersign.policy;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.team.ReviewerContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts that {@link DecisionRule} judges.
 *
 * @param decider whether the user has a role that may decide
 * @param connected whether the invitation's source is connected
 * @param reviewer the rights of the user on the invitation, and its assignee
 * @param unclearSince when the invitation's open decision became unclear; null if none is unclear
 * @param shown the fingerprint of what the user saw; null if no decision was submitted yet
 * @param approval the approvals that the decision needs, and the users who take part in it
 */
public record DecisionFacts(
        Invitation invitation,
        boolean decider,
        boolean connected,
        ReviewerContext reviewer,
        @Nullable Instant unclearSince,
        @Nullable InvitationFingerprint shown,
        ApprovalContext approval) {

    boolean changed() {
        return shown != null && !shown.equals(now());
    }

    InvitationFingerprint now() {
        return InvitationFingerprint.of(invitation.listed());
    }

    /** Returns whether the user may decide this invitation; a break-glass accept needs no team membership. */
    boolean inScope() {
        return approval.breakGlass() || reviewer.decides();
    }

    /** The delegator whose right the user needs; null if their own right is enough. */
    public @Nullable String inPlaceOf() {
        boolean asLead = approval.proposed() != null && approval.needs() == RequiredApprovals.LEAD;
        return asLead ? reviewer.inPlaceOf() : reviewer.decidesInPlaceOf();
    }

    /**
     * Returns whether a claim of another user blocks the decision. The claim of the proposer does not block a
     * confirmation.
     */
    boolean claimedByAnother() {
        return reviewer.keptByAnother()
                && !approval.breakGlass()
                && !approval.proposedBy(
                        reviewer.claim() == null ? "" : reviewer.claim().person());
    }
}
