package io.countersign.queue;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.queue.QueueState;
import io.countersign.invitation.view.InvitationView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of invitations.
 *
 * @param together the invitations that share one resource, by the id of the row that represents them
 * @param tabs one for each state; their counts respect the filter
 * @param sorts the link of each column heading, by sort parameter
 * @param empty the reason why there are no rows: NONE, BLIND, FIRST_READ, FILTERED, TEAMLESS, UNCONFIGURED, UNCONNECTED or the
 *     tab; null if there are rows
 */
record QueueList(
        List<InvitationView> rows,
        Map<String, Together> together,
        Counts counts,
        List<Tab> tabs,
        Map<String, Sort> sorts,
        Range range,
        @Nullable String empty) {

    /** Returns the other tabs that have matches. */
    public List<Tab> elsewhere() {
        return tabs.stream()
                .filter(tab -> !tab.current() && tab.count().number() > 0)
                .toList();
    }

    /**
     * Several invitations that share the same resource.
     *
     * @param number the size of the group
     * @param members the first of them, in the order of the queue
     */
    record Together(CappedCount number, List<InvitationView> members) {}

    /**
     * The numbers of invitations.
     *
     * @param waiting all pending invitations, regardless of the filter
     * @param urgent the number of those that expire within a day
     * @param total the number of matching invitations
     * @param listed the number of rows of the list on all pages
     */
    record Counts(CappedCount waiting, CappedCount urgent, CappedCount total, CappedCount listed) {}

    record Tab(QueueState state, CappedCount count, String href, boolean current) {}

    /**
     * @param direction {@code ascending} or {@code descending}, as in {@code aria-sort}; null if another column sorts
     *     the list
     */
    record Sort(String href, @Nullable String direction) {}

    /** @param from the number of the first row shown, counted from 1 */
    record Range(
            int from,
            int to,
            @Nullable String previousHref,
            @Nullable String nextHref) {}
}
