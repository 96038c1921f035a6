package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import org.jspecify.annotations.Nullable;

/**
 * In whose approval a decision is.
 *
 * @param needs how many people it takes to accept
 * @param action null where nobody has chosen: then it is judged as an accept
 * @param decider who decides
 * @param leads whether the decider leads those who decide the invitation
 * @param proposed what the decider confirms; null where they confirm nothing
 * @param breakGlass whether an admin decides alone, openly passing over the others
 */
public record ApprovalContext(
        RequiredApprovals needs,
        @Nullable InvitationAction action,
        Actor decider,
        boolean leads,
        @Nullable PendingProposal proposed,
        boolean breakGlass) {

    /** Whether somebody is the one who proposed. */
    boolean proposedBy(String person) {
        return proposed != null && proposed.by().person().equals(person);
    }
}
