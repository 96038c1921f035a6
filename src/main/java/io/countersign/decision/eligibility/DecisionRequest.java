package io.countersign.decision.eligibility;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.Proposal;
import io.countersign.invitation.InvitationFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants, or has decided already.
 *
 * @param action null where they have not chosen
 * @param shown null where it is not known what they saw
 * @param proposal that they confirm; null for none
 * @param made whether it is a decision that waits to be sent
 */
public record DecisionRequest(
        String person,
        @Nullable InvitationAction action,
        @Nullable InvitationFingerprint shown,
        @Nullable Long proposal,
        boolean breakGlass,
        boolean made) {

    /** Nothing is chosen yet. */
    public static DecisionRequest undecided(String person) {
        return new DecisionRequest(person, null, null, null, false, false);
    }

    /** An answer that nobody has given yet, to what was shown. */
    public static DecisionRequest of(InvitationAction invitationAction, String person, InvitationFingerprint shown) {
        return new DecisionRequest(person, invitationAction, shown, null, false, false);
    }

    public static DecisionRequest confirming(Proposal proposal, String person, InvitationFingerprint shown) {
        return new DecisionRequest(person, InvitationAction.ACCEPT, shown, proposal.id(), false, false);
    }

    public static DecisionRequest breakGlass(String person, InvitationFingerprint shown) {
        return new DecisionRequest(person, InvitationAction.ACCEPT, shown, null, true, false);
    }

    public static DecisionRequest of(DecideCommand wish) {
        return new DecisionRequest(
                wish.person(), wish.action(), wish.shown(), wish.proposal(), wish.breakGlass(), false);
    }

    public static DecisionRequest of(Decision decision) {
        ApprovalRecord second = decision.approval();
        return new DecisionRequest(
                decision.person(),
                decision.action(),
                decision.fingerprint(),
                second.proposal(),
                second.breakGlass(),
                true);
    }
}
