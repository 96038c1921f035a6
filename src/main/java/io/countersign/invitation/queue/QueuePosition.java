package io.countersign.invitation.queue;

import io.countersign.invitation.CappedCount;
import org.jspecify.annotations.Nullable;

/**
 * The position of an invitation in the queue of the user.
 *
 * @param position counted from 1; null if the invitation is not in the queue or beyond the limit of counting
 * @param total the number of invitations in the filtered queue
 * @param queueHref the link to the queue with its filter
 */
public record QueuePosition(
        @Nullable Integer position,
        CappedCount total,
        String queueHref,
        @Nullable String previousHref,
        @Nullable String nextHref,
        @Nullable String nextName) {}
