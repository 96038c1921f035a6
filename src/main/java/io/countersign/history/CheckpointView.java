package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A checkpoint as a page shows it. */
record CheckpointView(long number, Instant at, long entrySeq, String entryHash, String keyId) {

    static @Nullable CheckpointView of(@Nullable Checkpoint checkpoint) {
        return checkpoint == null
                ? null
                : new CheckpointView(
                        checkpoint.number(),
                        checkpoint.at(),
                        checkpoint.entrySeq(),
                        checkpoint.entryHash(),
                        checkpoint.keyId());
    }
}
