package io.countersign.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of history as it is stored. Action and outcome are text: words of a later version are shown as they are.
 *
 * @param seq grows with every entry; gaps are normal, because a refused transaction uses a number up
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
