package io.countersign.sync.source;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How reading a source went.
 *
 * @param readAt the start of the last complete read; null where there was none
 * @param triedAt the start of the last read, complete or not
 * @param nextAt when it is read next, if nobody asks before
 * @param wantedAt somebody asked for a read that begins at or after this moment
 * @param failures how many reads failed one after the other; 0 where the last one was complete
 * @param failingSince since when reads fail
 * @param pending how many invitations the last read saw
 */
public record SourceStatus(
        Source source,
        @Nullable Instant readAt,
        @Nullable Instant triedAt,
        @Nullable Instant nextAt,
        @Nullable Instant wantedAt,
        int failures,
        @Nullable Instant failingSince,
        @Nullable AwsFailure failure,
        int pending) {

    public static SourceStatus neverTried(Source source) {
        return new SourceStatus(source, null, null, null, null, 0, null, null, 0);
    }

    /** Whether the last complete read began within that time before now. */
    public boolean readWithin(Duration time, Instant now) {
        return readAt != null && !readAt.plus(time).isBefore(now);
    }

    public SourceStatus succeeded(Instant began, int nowPending) {
        return new SourceStatus(source, began, began, nextAt, wantedAt, 0, null, null, nowPending);
    }

    public SourceStatus failed(Instant began, AwsFailure why) {
        Instant since = failingSince == null ? began : failingSince;
        return new SourceStatus(source, readAt, began, nextAt, wantedAt, failures + 1, since, why, pending);
    }
}
