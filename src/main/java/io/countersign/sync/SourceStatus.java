package io.countersign.sync;

import io.countersign.connection.Failure;
import io.countersign.connection.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How reading a source went.
 *
 * @param readAt the start of the last complete read; null where there was none
 * @param triedAt the start of the last read, complete or not
 * @param failingSince since when reads fail; null where the last one was complete
 */
record SourceStatus(
        Source source,
        @Nullable Instant readAt,
        @Nullable Instant triedAt,
        @Nullable Instant failingSince,
        @Nullable Failure failure) {

    static SourceStatus neverTried(Source source) {
        return new SourceStatus(source, null, null, null, null);
    }
}
