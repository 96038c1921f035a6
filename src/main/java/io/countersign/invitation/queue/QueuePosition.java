package io.countersign.invitation.queue;

import io.countersign.invitation.CappedCount;
import org.jspecify.annotations.Nullable;

/**
 * Where an invitation stands in the queue that a person goes through.
 *
 * @param position counted from 1; null where it is not in the queue, or too far behind to be counted
 * @param total how many the filtered queue holds
 * @param queueHref back to the queue, filter and all
 */
public record QueuePosition(
        @Nullable Integer position,
        CappedCount total,
        String queueHref,
        @Nullable String previousHref,
        @Nullable String nextHref,
        @Nullable String nextName) {}
