package io.countersign.invitation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the queue.
 *
 * @param waiting all pending invitations, whatever the filter
 * @param waitingAtMostADay how many of those expire within a day
 * @param total how many match the filter
 * @param tabs one for each resource type, the first for all; their counts respect the rest of the filter
 * @param sorts by sort parameter: the link of the column's heading
 * @param from number of the first row shown, counted from 1
 * @param empty why there are no rows: NONE, BLIND, FILTERED, TEAMLESS or UNCONFIGURED; null where there are some
 */
record QueuePage(
        List<InvitationView> rows,
        Count waiting,
        Count waitingAtMostADay,
        Count total,
        List<Tab> tabs,
        Map<String, Sort> sorts,
        int from,
        int to,
        @Nullable String previousHref,
        @Nullable String nextHref,
        @Nullable String empty) {

    record Tab(@Nullable String type, Count count, String href, boolean current) {}

    /** @param direction {@code ascending} or {@code descending}, as {@code aria-sort} says it; null where another column sorts */
    record Sort(String href, @Nullable String direction) {}
}
