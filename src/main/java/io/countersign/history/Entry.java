package io.countersign.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of history as it is stored. Action and outcome are text: words of a later version are shown as they are.
 *
 * @param seq grows by one with every entry; there are gaps only among those from before the chain
 * @param at when it was written, to the millisecond
 * @param actor the person, or {@code system}; for a refused sign-in the name as typed, which proves nothing
 */
record Entry(
        long seq,
        Instant at,
        String actor,
        String action,
        String outcome,
        Subject subject,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String requestId) {}
