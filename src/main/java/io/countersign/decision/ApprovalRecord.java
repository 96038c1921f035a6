package io.countersign.decision;

import org.jspecify.annotations.Nullable;

/**
 * The approval behind a decision.
 *
 * @param inPlaceOf the delegator whose right the decider needed; null if their own right was enough
 * @param proposal the proposal that it confirmed; null for none
 * @param proposedBy the user who made that proposal
 * @param breakGlass whether an admin decided without the second approval that the rules require
 * @param leaving whether the decider confirmed that the reject ends the access of users who accepted elsewhere
 */
public record ApprovalRecord(
        @Nullable String inPlaceOf,
        @Nullable Long proposal,
        @Nullable String proposedBy,
        boolean breakGlass,
        boolean leaving) {

    /** One user decided, and no second approval was required. */
    public static final ApprovalRecord NONE = new ApprovalRecord(null, null, null, false, false);
}
