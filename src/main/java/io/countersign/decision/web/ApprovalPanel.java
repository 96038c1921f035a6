package io.countersign.decision.web;

import io.countersign.policy.Representation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second approval of an invitation, as its page shows it.
 *
 * @param needs {@code ONE}, {@code SECOND_PERSON} or {@code LEAD}
 * @param proposal the open proposal; null for none
 * @param verdict why the reader cannot confirm the proposal; ALLOWED if they can; null without a proposal
 * @param conflicts the delegations because of which the reader cannot confirm it
 * @param confirmHref the link to confirm; null if the reader cannot
 * @param returnHref the link to send it back; null if the reader cannot
 * @param withdrawHref the link to withdraw it; null if the reader is not the proposer
 * @param breakGlassHref the link to the break-glass page; null if the reader cannot use it
 * @param approvers some of the users who can confirm the proposal of the reader; empty without such a proposal
 * @param asksPassword whether a form must carry the password of the reader to propose or to confirm
 */
record ApprovalPanel(
        String needs,
        @Nullable ProposalView proposal,
        @Nullable String verdict,
        List<Representation> conflicts,
        @Nullable String confirmHref,
        @Nullable String returnHref,
        @Nullable String withdrawHref,
        @Nullable String breakGlassHref,
        List<String> approvers,
        boolean asksPassword) {

    public boolean two() {
        return !needs.equals("ONE");
    }
}
