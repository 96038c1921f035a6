package io.countersign.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the polls.
 *
 * @param every the pause between two polls of a source
 * @param soon the pause after a poll that found a change, and after the first failure of a source
 * @param slowest the longest pause for a source that keeps failing
 * @param recent the maximum age of a recent complete poll; twice {@code every} tolerates one failed poll
 * @param parallel the maximum number of concurrent calls to AWS per replica
 * @param perAccount the maximum number of concurrent polls per account and replica
 */
@ConfigurationProperties("countersign.sync")
public record SyncProperties(
        @DefaultValue("5m") Duration every,
        @DefaultValue("1m") Duration soon,
        @DefaultValue("1h") Duration slowest,
        @DefaultValue("10m") Duration recent,
        @DefaultValue("64") int parallel,
        @DefaultValue("4") int perAccount) {

    public SyncProperties {
        positive("every", every);
        positive("soon", soon);
        positive("slowest", slowest);
        positive("recent", recent);
        inRange("parallel", parallel, 256);
        inRange("per-account", perAccount, 64);
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("countersign.sync." + name + ": must be positive");
        }
    }

    private static void inRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("countersign.sync." + name + ": must be from 1 to " + max);
        }
    }
}
