package io.countersign.decision;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The wish of a person to accept or reject an invitation.
 *
 * @param shown what the person saw
 * @param batch where it is one of many that were decided in one go; null where it is alone
 * @param proposal that is confirmed by it; null for none
 * @param breakGlass whether an admin decides alone what takes two
 */
public record DecideCommand(
        InvitationId invitation,
        InvitationAction action,
        Reason reason,
        String person,
        InvitationFingerprint shown,
        @Nullable Long batch,
        @Nullable Long proposal,
        boolean breakGlass) {

    public DecideCommand(
            InvitationId invitation,
            InvitationAction action,
            Reason reason,
            String person,
            InvitationFingerprint shown,
            @Nullable Long batch) {
        this(invitation, action, reason, person, shown, batch, null, false);
    }

    /** The wish of another person to accept what was proposed. */
    public static DecideCommand confirming(
            Proposal proposal, Reason because, String person, InvitationFingerprint shown) {
        return new DecideCommand(
                proposal.invitation(), InvitationAction.ACCEPT, because, person, shown, null, proposal.id(), false);
    }

    /** The wish of an admin to accept alone what takes two. */
    public static DecideCommand alone(
            InvitationId invitation, Reason because, String person, InvitationFingerprint shown) {
        return new DecideCommand(invitation, InvitationAction.ACCEPT, because, person, shown, null, null, true);
    }

    public boolean bulk() {
        return batch != null;
    }

    /** Whether it does more than one user may do alone: it confirms a proposal, or it is a break-glass accept. */
    public boolean exceedsOneUser() {
        return proposal != null || breakGlass;
    }

    /** A bulk decision never becomes a proposal. */
    public boolean mayBecomeProposal() {
        return !bulk() && !exceedsOneUser();
    }
}
