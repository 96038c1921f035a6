package io.countersign.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of polling an account.
 *
 * @param sources the number of Regions to poll
 * @param recent the number of Regions with a recent complete poll
 * @param readAt the time of the latest complete poll of any Region; null if there was none
 * @param failure why a Region without a recent poll failed; null if no failure is known
 */
public record AccountHealth(
        int sources, int recent, @Nullable Instant readAt, AwsFailure.@Nullable Kind failure) {

    /** Returns whether no poll of the account has ended yet, as right after it was connected. */
    public boolean unread() {
        return readAt == null && failure == null;
    }

    public boolean well() {
        return recent == sources;
    }
}
