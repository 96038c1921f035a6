package io.countersign.decision.web;

import io.countersign.invitation.queue.QueuePosition;
import io.countersign.invitation.view.InvitationView;
import io.countersign.team.access.AssignmentPanel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one invitation: its facts, its past, and the form that decides it.
 *
 * @param place where it stands in the queue
 * @param grantKey message key of what accepting grants
 * @param consoleUrl the AWS console; null where it is not known
 * @param diff how the facts differ from those that the user decided about; null where they do not
 * @param timeline newest first
 */
record ReviewPage(
        InvitationView item,
        QueuePosition place,
        String grantKey,
        @Nullable String consoleUrl,
        @Nullable InvitationDiff diff,
        OwnerPanel owner,
        ApprovalPanel approval,
        DecisionPanel decision,
        AssignmentPanel assignment,
        List<TimelineItem> timeline) {}
