package io.countersign.queue;

import io.countersign.decision.persistence.LatestDecisions;
import io.countersign.decision.proposal.ApprovalViews;
import io.countersign.invitation.view.InvitationView;
import io.countersign.queue.QueuePage.Approvals;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the second approvals and the decisions of the rows. */
@Component
class QueueApprovals {

    /** The states of rows that have a decision. */
    private static final Set<String> DECIDED = Set.of("HELD", "SENDING", "UNCLEAR", "ACCEPTED", "REJECTED");

    private final ApprovalViews approvals;
    private final LatestDecisions decisions;

    QueueApprovals(ApprovalViews approvals, LatestDecisions decisions) {
        this.approvals = approvals;
        this.decisions = decisions;
    }

    Approvals of(List<InvitationView> rows) {
        return new Approvals(
                approvals.of(rows.stream()
                        .filter(row -> row.mark().equals("PENDING"))
                        .toList()),
                decisions.of(rows.stream()
                        .filter(row -> DECIDED.contains(row.mark()))
                        .map(InvitationView::id)
                        .toList()));
    }
}
