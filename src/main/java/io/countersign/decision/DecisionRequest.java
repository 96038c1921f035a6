package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.invitation.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants, or has decided already.
 *
 * @param action null where they have not chosen
 * @param shown null where it is not known what they saw
 * @param proposal that they confirm; null for none
 * @param made whether it is a decision that waits to be sent
 */
record DecisionRequest(
        String person,
        @Nullable Action action,
        @Nullable Fingerprint shown,
        @Nullable Long proposal,
        boolean breakGlass,
        boolean made) {

    /** Nothing is chosen yet. */
    static DecisionRequest undecided(String person) {
        return new DecisionRequest(person, null, null, null, false, false);
    }

    /** An answer that nobody has given yet, to what was shown. */
    static DecisionRequest of(Action action, String person, Fingerprint shown) {
        return new DecisionRequest(person, action, shown, null, false, false);
    }

    static DecisionRequest confirming(Proposal proposal, String person, Fingerprint shown) {
        return new DecisionRequest(person, Action.ACCEPT, shown, proposal.id(), false, false);
    }

    static DecisionRequest breakGlass(String person, Fingerprint shown) {
        return new DecisionRequest(person, Action.ACCEPT, shown, null, true, false);
    }

    static DecisionRequest of(DecideCommand wish) {
        return new DecisionRequest(
                wish.person(), wish.action(), wish.shown(), wish.proposal(), wish.breakGlass(), false);
    }

    static DecisionRequest of(Decision decision) {
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
