package io.countersign.sync.refresh;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a refresh is.
 *
 * @param total how many sources were asked for
 * @param done how many were read since, completely or not
 * @param failed how many of those were not read completely
 * @param found how many invitations were seen for the first time since
 * @param secondsLeft at the pace so far; null as long as nothing is done
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
