package io.countersign.decision;

import org.jspecify.annotations.Nullable;

/**
 * How a decision stands to the rule of the second person.
 *
 * @param proposal that it confirmed; null where it confirmed none
 * @param proposedBy who made that proposal
 * @param breakGlass whether an admin decided alone what takes two
 */
public record ApprovalRecord(
        @Nullable Long proposal, @Nullable String proposedBy, boolean breakGlass) {

    /** One person decided, and that was enough. */
    public static final ApprovalRecord NONE = new ApprovalRecord(null, null, false);
}
