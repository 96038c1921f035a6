package io.countersign.queue;

import io.countersign.connection.InvitationId;
import io.countersign.decision.persistence.LatestDecisions;
import io.countersign.decision.proposal.ApprovalView;
import io.countersign.invitation.AssignmentFilter;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.queue.Badge;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueState;
import io.countersign.invitation.view.InvitationView;
import io.countersign.queue.view.SavedViewPageAssembler;
import io.countersign.sync.Coverage;
import io.countersign.team.AssignmentView;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The queue page.
 *
 * @param unread the listed sources whose last poll failed or is too old
 * @param assignable the users to whom the reader can assign; empty if the reader leads no team
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
        List<String> assignable,
        Approvals approvals,
        boolean mayDecide) {

    private static final Set<QueueState> DECISIONS = EnumSet.of(QueueState.HELD, QueueState.DECIDED);

    /** A source whose last poll failed or is too old, in words. */
    record UnreadSource(
            String account,
            String region,
            String words,
            @Nullable Instant since) {}

    /**
     * Second approvals.
     *
     * @param needed the invitations that need a second approval, by id
     * @param decisions the decisions of the rows that have one, by the id of the invitation
     */
    record Approvals(Map<String, ApprovalView> needed, Map<String, LatestDecisions.Latest> decisions) {}

    /** The last part of the message key of the pager: rows are resources, unless each invitation has a row. */
    public String rangeKind() {
        CappedCount invitations = list.counts().total();
        String one = list.counts().listed().number() == 1 ? ".one" : "";
        if (!filter.grouped()) {
            return one;
        }
        return invitations.more() ? ".uncounted" : ".grouped" + (invitations.number() == 1 ? ".single" : one);
    }

    /** Returns whether the rows can be selected for bulk actions. */
    public boolean selectable() {
        return mayDecide && filter.state() == QueueState.PENDING;
    }

    /** Returns the badges by which the tab can be filtered. */
    public List<Badge> badges() {
        return Arrays.stream(Badge.values())
                .filter(badge -> badge.appliesTo(filter.state()))
                .toList();
    }

    /** Returns whether the filter asks for second approvals in a tab that they do not filter. */
    public boolean ignoresSecondApproval() {
        return filter.criteria().badges().contains(Badge.SECOND_APPROVAL) && !badges().contains(Badge.SECOND_APPROVAL);
    }

    /** Returns the choices of the filter; pending invitations have no proposal that the reader could approve. */
    public List<AssignmentFilter> assigneeFilters() {
        return Arrays.stream(AssignmentFilter.values())
                .filter(choice -> choice != AssignmentFilter.APPROVE
                        || filter.state() != QueueState.PENDING
                        || choice == filter.assignment().filter())
                .toList();
    }

    /** Returns the page that a row opens: of its decision, if it is decided or on hold. */
    public String href(InvitationView row) {
        LatestDecisions.Latest decision = approvals.decisions().get(row.id());
        return DECISIONS.contains(filter.state()) && decision != null
                ? filter.link("/decisions/" + decision.id())
                : row.href();
    }

    /** Returns the parameters of the filter, to append to a link that has others. */
    public String query() {
        String link = filter.link("/assignments");
        return link.contains("?") ? "&" + link.substring(link.indexOf('?') + 1) : "";
    }

    /** Returns the list of all invitations to the resource of a row. */
    public String groupHref(InvitationView row) {
        return filter.sameResource(new InvitationId(row.id())).link("/");
    }

    public String eachHref() {
        return filter.withEach(!filter.each()).link("/");
    }
}
