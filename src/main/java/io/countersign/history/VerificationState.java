package io.countersign.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the record was verified last, or how far that is.
 *
 * @param checked entries that the running verification has done, of total
 * @param endedAt when the last whole verification ended; what follows is its result
 * @param kind what is wrong, as {@code Finding.Kind}; null if nothing is
 * @param failure why the last one ended without a result; null if it has one
 * @param notes what is odd and not wrong, a line each
 */
record VerificationState(
        boolean running,
        long checked,
        long total,
        @Nullable Instant endedAt,
        long verifiedSeq,
        @Nullable Instant checkpointAt,
        @Nullable String kind,
        @Nullable Long badSeq,
        @Nullable String detail,
        @Nullable String failure,
        String notes) {}
