package io.countersign.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sources are read.
 *
 * @param every the pause between two reads of a source
 * @param soon the pause after a read that found something different
 * @param slowest the longest pause for a source that keeps failing
 * @param recent a complete read younger than this counts as recent; twice the pause forgives one that failed
 * @param parallel how many calls to AWS are under way at once, in each replica
 * @param perAccount how many sources of one account are read at once, in each replica
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

    private static void inRange(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("countersign.sync." + name + ": must be from 1 to " + most);
        }
    }
}
