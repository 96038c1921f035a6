package io.countersign.decision.web;

import org.jspecify.annotations.Nullable;

/**
 * What the page of an invitation says about its second approval.
 *
 * @param needs {@code ONE}, {@code SECOND_PERSON} or {@code LEAD}
 * @param proposal the one that waits; null for none
 * @param verdict why the reader cannot confirm it; ALLOWED where they can, null without a proposal
 * @param confirmHref where the reader confirms; null where they cannot
 * @param returnHref where they send it back
 * @param withdrawHref where they take their own back
 * @param aloneHref where an admin decides alone
 */
record ApprovalPanel(
        String needs,
        @Nullable ProposalView proposal,
        @Nullable String verdict,
        @Nullable String confirmHref,
        @Nullable String returnHref,
        @Nullable String withdrawHref,
        @Nullable String aloneHref) {

    public boolean two() {
        return !needs.equals("ONE");
    }
}
