package io.countersign.decision.web;

import io.countersign.decision.activity.Activity;
import io.countersign.decision.web.owner.OwnerPanel;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.QueuePosition;
import io.countersign.invitation.view.InvitationView;
import io.countersign.team.access.AssignmentPanel;
import org.jspecify.annotations.Nullable;

/**
 * The page of one invitation: its facts, its activity, and the form that decides it.
 *
 * @param place its position in the queue
 * @param grantKey message key of what accepting grants
 * @param consoleUrl the link to the AWS console; null if it is not known
 * @param diff the differences from what the user saw; null if there are none
 */
record ReviewPage(
        Invitation invitation,
        InvitationView item,
        QueuePosition place,
        String grantKey,
        @Nullable String consoleUrl,
        @Nullable InvitationDiff diff,
        OwnerPanel owner,
        ApprovalPanel approval,
        DecisionPanel decision,
        AssignmentPanel assignment,
        Activity activity) {}
