package io.countersign.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of polling an account.
 *
 * @param sources the number of Regions to poll
 * @param upToDate the number of Regions whose last poll was complete and is recent
 * @param readAt the time of the latest complete poll of any Region; null if there was none
 * @param failure why the last poll of a Region failed; null if none failed
 */
public record AccountHealth(
        int sources, int upToDate, @Nullable Instant readAt, AwsFailure.@Nullable Kind failure) {

    /** Returns whether no poll of the account has ended yet, as right after it was connected. */
    public boolean unread() {
        return readAt == null && failure == null;
    }

    public boolean well() {
        return upToDate == sources;
    }
}
