package io.countersign.sync.source;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The poll status of a source.
 *
 * @param readAt the start of the last complete poll; null for none
 * @param triedAt the start of the last poll, complete or not
 * @param nextAt the time of the next scheduled poll
 * @param wantedAt the time of the last refresh request; a poll that starts at or after it fulfills it
 * @param failures the number of consecutive failures; 0 if the last poll was complete
 * @param failingSince the start of the first of these failures
 */
public record SourceStatus(
        Source source,
        @Nullable Instant readAt,
        @Nullable Instant triedAt,
        @Nullable Instant nextAt,
        @Nullable Instant wantedAt,
        int failures,
        @Nullable Instant failingSince,
        @Nullable AwsFailure failure) {

    public static SourceStatus neverTried(Source source) {
        return new SourceStatus(source, null, null, null, null, 0, null, null);
    }

    /** @param recent the maximum age of a recent complete poll */
    public SourceState state(Duration recent, Instant now) {
        return SourceState.of(failure != null, readAt, recent, now);
    }

    public SourceStatus succeeded(Instant began) {
        return new SourceStatus(source, began, began, nextAt, wantedAt, 0, null, null);
    }

    public SourceStatus failed(Instant began, AwsFailure why) {
        Instant since = failingSince == null ? began : failingSince;
        return new SourceStatus(source, readAt, began, nextAt, wantedAt, failures + 1, since, why);
    }
}
