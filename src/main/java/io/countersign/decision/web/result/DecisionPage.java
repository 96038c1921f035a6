package io.countersign.decision.web.result;

import io.countersign.decision.web.DecisionView;
import io.countersign.decision.web.ProposalView;
import io.countersign.invitation.queue.QueuePosition;
import io.countersign.invitation.view.InvitationView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one decision.
 *
 * @param steps newest first
 * @param proposal the proposal that the decision confirmed; null for none
 * @param skippedApprovers the users who could have approved a break-glass accept
 * @param item the current facts of the invitation
 * @param place the current or last position of the invitation in the queue
 * @param undoHref the link to withdraw the decision; null if the reader cannot
 * @param againHref the link to a new decision, prefilled from this one; null if it is not offered
 * @param fromLog whether the reader opened it from the audit log
 * @param log the query of the audit log page that the reader came from; null for none
 * @param permissionCheckedAt when AWS listed the reviewed permission again before the call; null if it did not
 */
record DecisionPage(
        DecisionView decision,
        List<DecisionSteps.Step> steps,
        @Nullable ProposalView proposal,
        List<String> skippedApprovers,
        InvitationView item,
        QueuePosition place,
        @Nullable String undoHref,
        @Nullable String againHref,
        boolean fromLog,
        @Nullable String log,
        @Nullable Instant permissionCheckedAt) {

    public String logHref() {
        return log == null ? "/history" : "/history?" + log;
    }
}
