package io.countersign.sync;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of AWS the queue rests on.
 *
 * @param sources how many sources are connected
 * @param readRecently how many of them were read completely within the last {@code minutes}
 * @param blindSources how many were not, or their last read failed
 * @param lastRead the newest complete read; null where nothing was ever read
 * @param blind some of the blind sources, those that failed longest first
 */
public record Coverage(
        int sources,
        int readRecently,
        int blindSources,
        int minutes,
        @Nullable Instant lastRead,
        List<Unread> blind) {

    /**
     * A source without a recent complete read, or whose last read failed.
     *
     * @param failure null where it was not tried yet, or only became old
     * @param readAt its last complete read; null where there was none
     */
    public record Unread(
            Source source,
            @Nullable AwsFailure failure,
            @Nullable Instant since,
            @Nullable Instant readAt) {}

    /** An empty queue proves something only then. */
    public boolean complete() {
        return blindSources == 0;
    }
}
