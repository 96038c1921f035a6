package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.identity.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The approvals that a decision needs, and the users who take part in it.
 *
 * @param needs the approvals that an accept requires
 * @param action null if none is chosen; it is then judged as an accept
 * @param decider the user who decides
 * @param leads whether the decider leads the team that decides the invitation
 * @param proposed the proposal that the decider confirms; null for none
 * @param breakGlass whether an admin decides without the required second approval
 * @param leaving whether the user confirmed that a reject ends the access of users who accepted elsewhere
 */
public record ApprovalContext(
        RequiredApprovals needs,
        @Nullable InvitationAction action,
        Actor decider,
        boolean leads,
        @Nullable PendingProposal proposed,
        boolean breakGlass,
        boolean leaving) {

    /** Returns the delegations because of which the decider cannot confirm the proposal of another user. */
    public List<Representation> conflicts() {
        return proposed == null || proposedBy(decider.person()) ? List.of() : decider.sharedWith(proposed.by());
    }

    /** Returns whether the decider proposed the accept, or could act for the same person as its proposer. */
    public boolean ownProposal() {
        return proposed != null && proposed.by().same(decider);
    }

    /** Returns whether the user is the proposer. */
    boolean proposedBy(String person) {
        return proposed != null && PersonName.same(proposed.by().person(), person);
    }
}
