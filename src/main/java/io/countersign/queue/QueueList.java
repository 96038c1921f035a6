package io.countersign.queue;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.view.InvitationView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of invitations.
 *
 * @param together by the id of a row that stands for several that offer the same resource: all of them
 * @param tabs one for each resource type, the first for all; their counts respect the rest of the filter
 * @param sorts by sort parameter: the link of the column's heading
 * @param empty why there are no rows: NONE, BLIND, FILTERED, TEAMLESS or UNCONFIGURED; null where there are some
 */
record QueueList(
        List<InvitationView> rows,
        Map<String, Together> together,
        Counts counts,
        List<Tab> tabs,
        Map<String, Sort> sorts,
        Range range,
        @Nullable String empty) {

    /**
     * Several that offer the same resource.
     *
     * @param number how many they are
     * @param members the first of them, in the order of the queue
     */
    record Together(int number, List<InvitationView> members) {}

    /**
     * How many invitations there are.
     *
     * @param waiting all pending invitations, with any filter
     * @param urgent how many of those expire within a day
     * @param total how many match the filter
     * @param listed how many rows the list has on all its pages
     */
    record Counts(CappedCount waiting, CappedCount urgent, CappedCount total, CappedCount listed) {}

    record Tab(@Nullable String type, CappedCount count, String href, boolean current) {}

    /** @param direction {@code ascending} or {@code descending}, as {@code aria-sort} says it; null where another column sorts */
    record Sort(String href, @Nullable String direction) {}

    /** @param from number of the first row shown, counted from 1 */
    record Range(
            int from,
            int to,
            @Nullable String previousHref,
            @Nullable String nextHref) {}
}
