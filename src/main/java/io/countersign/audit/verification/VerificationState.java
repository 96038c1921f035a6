package io.countersign.audit.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last verification, or the progress of the running one.
 *
 * @param checked entries that the running verification has read, of total
 * @param endedAt when the last complete verification ended; its result follows
 * @param verifiedSeq the last verified entry
 * @param checkpointSeq the last of these that a checkpoint covers; null if there is none
 * @param kind the finding, as {@code Finding.Kind}; null if there is none
 * @param failure why the last verification ended without a result; null if it has one
 * @param notes observations that are not faults, one per line
 * @param head the last entry of the log now
 */
public record VerificationState(
        boolean running,
        long checked,
        long total,
        @Nullable Instant endedAt,
        long verifiedSeq,
        @Nullable Long checkpointSeq,
        @Nullable String kind,
        @Nullable Long badSeq,
        @Nullable String detail,
        @Nullable String failure,
        String notes,
        long head) {}
