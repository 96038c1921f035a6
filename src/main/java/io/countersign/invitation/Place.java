package io.countersign.invitation;

import org.jspecify.annotations.Nullable;

/**
 * Where an invitation stands in the queue that a person goes through.
 *
 * @param position counted from 1; where the invitation is no longer in the queue: where it would stand
 * @param total how many the filtered queue holds
 * @param queueHref back to the queue, filter and all
 */
public record Place(
        int position,
        int total,
        String queueHref,
        @Nullable String previousHref,
        @Nullable String nextHref,
        @Nullable String nextName) {}
