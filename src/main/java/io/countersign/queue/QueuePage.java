package io.countersign.queue;

import io.countersign.decision.proposal.ApprovalView;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.queue.view.SavedViewPageAssembler;
import io.countersign.sync.Coverage;
import io.countersign.team.AssignmentView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queue page.
 *
 * @param unread the listed sources without a recent complete read
 * @param assignments by the id of an invitation; unassigned invitations are missing
 */
record QueuePage(
        QueueFilter filter,
        QueueList list,
        QueueChoices.Choices choices,
        SavedViewPageAssembler.Bar views,
        Coverage coverage,
        List<UnreadSource> unread,
        Map<String, AssignmentView> assignments,
        Approvals approvals,
        boolean mayDecide) {

    /** A source without a recent complete read, in words. */
    record UnreadSource(
            String account,
            String region,
            String words,
            @Nullable Instant since) {}

    /**
     * Second approvals.
     *
     * @param needed the invitations that need a second approval, by id
     * @param waiting the number of proposals that wait for one
     * @param sentBack the number of proposals of the reader that were sent back
     */
    record Approvals(Map<String, ApprovalView> needed, int waiting, int sentBack) {}

    /** The last part of the message key of the pager: rows are resources, unless each invitation has a row. */
    public String rangeKind() {
        if (filter.each()) {
            return "";
        }
        return list.counts().total().more() ? ".uncounted" : ".grouped";
    }

    public String eachHref() {
        return filter.withEach(!filter.each()).link("/");
    }
}
