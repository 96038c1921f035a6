package io.countersign.decision.eligibility;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.Proposal;
import io.countersign.invitation.InvitationFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A decision to judge, which a user wants to make or has already made.
 *
 * @param action null if the user has not chosen
 * @param shown the fingerprint of what the user saw; null if it is not known
 * @param proposal the proposal that the user confirms; null for none
 * @param leaving whether the user confirmed that a reject ends an access that exists
 * @param made whether it is a stored decision that waits to be sent
 */
public record DecisionRequest(
        String person,
        @Nullable InvitationAction action,
        @Nullable InvitationFingerprint shown,
        @Nullable Long proposal,
        boolean breakGlass,
        boolean leaving,
        boolean made) {

    /** A request of a user who has not chosen an action. */
    public static DecisionRequest undecided(String person) {
        return new DecisionRequest(person, null, null, null, false, false, false);
    }

    /** A request that no user has submitted yet, about the facts that a page shows. */
    public static DecisionRequest of(InvitationAction invitationAction, String person, InvitationFingerprint shown) {
        return new DecisionRequest(person, invitationAction, shown, null, false, false, false);
    }

    public static DecisionRequest confirming(Proposal proposal, String person, InvitationFingerprint shown) {
        return new DecisionRequest(person, InvitationAction.ACCEPT, shown, proposal.id(), false, false, false);
    }

    public static DecisionRequest breakGlass(String person, InvitationFingerprint shown) {
        return new DecisionRequest(person, InvitationAction.ACCEPT, shown, null, true, false, false);
    }

    public static DecisionRequest of(DecideCommand command) {
        return new DecisionRequest(
                command.person(),
                command.action(),
                command.shown(),
                command.proposal(),
                command.breakGlass(),
                command.leaving(),
                false);
    }

    public static DecisionRequest of(Decision decision) {
        ApprovalRecord approval = decision.approval();
        return new DecisionRequest(
                decision.person(),
                decision.action(),
                decision.fingerprint(),
                approval.proposal(),
                approval.breakGlass(),
                approval.leaving(),
                true);
    }
}
