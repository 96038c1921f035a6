package io.countersign.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sources are read.
 *
 * @param every the pause between two sweeps over all sources
 * @param parallel how many sources are read at once
 * @param recent a complete read younger than this counts as recent
 */
@ConfigurationProperties("countersign.sync")
record SyncProperties(
        @DefaultValue("1m") Duration every,
        @DefaultValue("16") int parallel,
        @DefaultValue("5m") Duration recent) {

    SyncProperties {
        if (parallel < 1 || parallel > 256) {
            throw new IllegalArgumentException("countersign.sync.parallel: must be from 1 to 256");
        }
        if (recent.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("countersign.sync.recent: must be at least a minute");
        }
    }
}
