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

    public boolean well() {
        return recent == sources;
    }
}
