package io.countersign.sync;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many of the connected sources that a user sees are up to date.
 *
 * @param sources the number of these sources
 * @param blindSources the number of sources whose last poll failed, or whose last complete poll, or the connection
 *     without one, is older than {@code minutes}
 * @param firstReads the number of sources that were connected within {@code minutes}, never read, and have not failed either
 * @param lastRead the latest complete poll of any source; null for none
 * @param blind some of the blind sources, the longest failing first
 */
public record Coverage(
        int sources,
        int blindSources,
        int firstReads,
        int minutes,
        @Nullable Instant lastRead,
        List<Unread> blind) {

    /**
     * A source whose last poll failed or is too old.
     *
     * @param failure null if its last poll is only too old, or overdue
     * @param readAt the last complete poll; null for none
     */
    public record Unread(
            Source source,
            @Nullable AwsFailure failure,
            @Nullable Instant since,
            @Nullable Instant readAt) {}

    /** Returns the number of sources whose last poll was complete and is recent. */
    public int upToDate() {
        return sources - blindSources - firstReads;
    }

    /** Returns whether the queue is complete, so that an empty queue means that nothing is pending. */
    public boolean complete() {
        return upToDate() == sources;
    }
}
