package io.countersign.decision.web.result;

import io.countersign.decision.web.DecisionView;
import io.countersign.decision.web.ProposalView;
import io.countersign.invitation.queue.QueuePosition;
import io.countersign.invitation.view.InvitationView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one decision.
 *
 * @param steps newest first
 * @param proposal that the decision confirmed; null for none
 * @param skippedApprovers who could have approved a break-glass accept
 * @param item the invitation as it is now
 * @param place where the invitation stands, or stood, in the queue
 * @param undoHref where the reader withdraws the decision; null where they may not
 * @param againHref the form for a new decision, filled in from this one; null where it is not offered
 */
record DecisionPage(
        DecisionView decision,
        List<DecisionSteps.Step> steps,
        @Nullable ProposalView proposal,
        List<String> skippedApprovers,
        InvitationView item,
        QueuePosition place,
        @Nullable String undoHref,
        @Nullable String againHref) {}
