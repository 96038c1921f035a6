package io.countersign.decision;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A command of a user to accept or reject an invitation.
 *
 * @param shown the fingerprint of what the user saw
 * @param batch the bulk decision that it belongs to; null for a single decision
 * @param proposal the proposal that it confirms; null for none
 * @param breakGlass whether an admin decides without the required second approval
 * @param leaving whether the user confirmed that a reject ends the access of users who accepted elsewhere
 */
public record DecideCommand(
        InvitationId invitation,
        InvitationAction action,
        Reason reason,
        String person,
        InvitationFingerprint shown,
        @Nullable Long batch,
        @Nullable Long proposal,
        boolean breakGlass,
        boolean leaving) {

    public DecideCommand(
            InvitationId invitation,
            InvitationAction action,
            Reason reason,
            String person,
            InvitationFingerprint shown,
            @Nullable Long batch) {
        this(invitation, action, reason, person, shown, batch, null, false, false);
    }

    /** Creates the command that confirms the proposal of another user. */
    public static DecideCommand confirming(
            Proposal proposal, Reason reason, String person, InvitationFingerprint shown) {
        return new DecideCommand(
                proposal.invitation(),
                InvitationAction.ACCEPT,
                reason,
                person,
                shown,
                null,
                proposal.id(),
                false,
                false);
    }

    /** Creates the command of an admin who accepts without the required second approval. */
    public static DecideCommand breakGlass(
            InvitationId invitation, Reason reason, String person, InvitationFingerprint shown) {
        return new DecideCommand(invitation, InvitationAction.ACCEPT, reason, person, shown, null, null, true, false);
    }

    /** Returns the same command, with the confirmation that a reject ends an access that exists. */
    public DecideCommand leaving(boolean confirmed) {
        return new DecideCommand(invitation, action, reason, person, shown, batch, proposal, breakGlass, confirmed);
    }

    public boolean bulk() {
        return batch != null;
    }

    /**
     * Returns whether it confirms a proposal or is a break-glass accept, which the right to decide alone does not
     * cover.
     */
    public boolean exceedsOneUser() {
        return proposal != null || breakGlass;
    }

    /** A bulk decision never becomes a proposal. */
    public boolean mayBecomeProposal() {
        return !bulk() && !exceedsOneUser();
    }
}
