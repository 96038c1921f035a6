package io.countersign.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How reading an account goes.
 *
 * @param sources how many Regions are to be read
 * @param recent how many of them were read completely not long ago
 * @param readAt the latest complete read of any of them; null where there was none
 * @param failure why one that was not read lately failed; null where none is known to fail
 */
public record AccountHealth(
        int sources, int recent, @Nullable Instant readAt, AwsFailure.@Nullable Kind failure) {

    public boolean well() {
        return recent == sources;
    }
}
