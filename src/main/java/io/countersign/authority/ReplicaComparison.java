package io.countersign.authority;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the configuration with which this replica started with that of the replica that started last. Differing
 * replicas judge the same decision differently, so the log, a metric and the rules page warn.
 */
@Component
public class ReplicaComparison {

    private static final Logger log = LoggerFactory.getLogger(ReplicaComparison.class);

    /** A replica that did not repeat its row for this long has ended. */
    private static final Duration COUNTS_FOR = Duration.ofMinutes(3);

    private final EffectiveValues effective;
    private final OutdatedReplicaRepository replicas;
    private final InstantSource clock;
    private final String name =
            hostName() + " (process " + ProcessHandle.current().pid() + ")";
    private volatile Set<ValueKind> outdated = Set.of();

    ReplicaComparison(
            EffectiveValues effective,
            OutdatedReplicaRepository replicas,
            InstantSource clock,
            MeterRegistry registry) {
        this.effective = effective;
        this.replicas = replicas;
        this.clock = clock;
        Gauge.builder("countersign.configuration.outdated", () -> outdated.isEmpty() ? 0 : 1)
                .description("Whether another replica started later with other values that decide who may decide")
                .register(registry);
    }

    /** Returns the running replicas with an outdated configuration. */
    public List<OutdatedReplica> outdatedReplicas() {
        return replicas.since(clock.instant().minus(COUNTS_FOR));
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void compare() {
        Set<ValueKind> now = effective.outdated();
        if (now.isEmpty()) {
            replicas.remove(name, clock.instant().minus(COUNTS_FOR));
        } else {
            replicas.store(name, now, clock.instant());
        }
        if (!now.equals(outdated)) {
            warn(now);
        }
        outdated = now;
    }

    private static void warn(Set<ValueKind> now) {
        if (now.isEmpty()) {
            log.info("The configuration of this replica is that of the replica that started last");
        } else {
            log.warn(
                    "Another replica started later with other values of {}. Replicas with different configurations judge"
                            + " the same decision differently: start all replicas with the same configuration",
                    now);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }
}
