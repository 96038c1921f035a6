package io.countersign.decision.web;

import io.countersign.policy.Representation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second approval of an invitation, as its page shows it.
 *
 * @param needs {@code ONE}, {@code SECOND_PERSON} or {@code LEAD}
 * @param rule the rule that needs it, as a sentence; null if none matches
 * @param proposal the open proposal; null for none
 * @param verdict why the reader cannot confirm the proposal; ALLOWED if they can; null without a proposal
 * @param conflicts the delegations because of which the reader cannot confirm it
 * @param confirms whether the reader can confirm the proposal
 * @param answerHref the link to answer it; null if the reader cannot even return it
 * @param withdrawHref the link to withdraw it; null if the reader is not the proposer
 * @param breakGlassHref the link to the break-glass page; null if the reader cannot use it
 * @param approvers some of the users who can confirm the proposal of the reader; empty without such a proposal
 * @param lacksApprover whether no other user could confirm a proposal that the reader makes
 * @param asksPassword whether a form must carry the password of the reader to propose or to confirm
 */
record ApprovalPanel(
        String needs,
        @Nullable String rule,
        @Nullable ProposalView proposal,
        @Nullable String verdict,
        List<Representation> conflicts,
        boolean confirms,
        @Nullable String answerHref,
        @Nullable String withdrawHref,
        @Nullable String breakGlassHref,
        List<String> approvers,
        boolean lacksApprover,
        boolean asksPassword) {

    public boolean two() {
        return !needs.equals("ONE");
    }
}
