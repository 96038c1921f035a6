package io.countersign.sync.refresh;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a refresh.
 *
 * @param total the number of requested sources
 * @param done the number of sources that were polled since, completely or not
 * @param failed the number of those that were not read completely
 * @param found the number of invitations that were first seen since
 * @param secondsLeft an estimate from the polls so far; null before the first is done
 */
record RefreshProgress(
        int total,
        int done,
        int failed,
        int found,
        @Nullable Long secondsLeft) {

    static RefreshProgress of(int total, int done, int failed, int found, Duration since) {
        int bounded = Math.min(done, total);
        Long left = bounded == 0 ? null : since.toMillis() * (total - bounded) / bounded / 1000;
        return new RefreshProgress(total, bounded, failed, found, left);
    }

    public boolean complete() {
        return done >= total;
    }
}
