package io.countersign.sync.coverage;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connections;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.PendingCounts;
import io.countersign.sync.SyncProperties;
import io.countersign.sync.source.SourceState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * Metrics of pending invitations and unread sources. They come from the database, so every replica reports the same
 * values: aggregate them with the maximum, not the sum. Accounts and Regions are not labels, because there may be
 * thousands.
 */
@Component
class CoverageMetrics {

    private final MeterRegistry registry;
    private final CachedGauge<CoverageGaps> sources;
    private final CachedGauge<PendingCounts.Counts> invitations;

    CoverageMetrics(
            MeterRegistry registry,
            Connections connections,
            SourceReadTimes reads,
            PendingCounts pending,
            SyncProperties properties,
            InstantSource clock) {
        this.registry = registry;
        this.sources = new CachedGauge<>(
                () -> CoverageGaps.of(connections.sources(), reads.all(), properties.recent(), clock.instant()),
                System::nanoTime);
        this.invitations = new CachedGauge<>(pending::now, System::nanoTime);
        sources(clock);
        invitations();
    }

    private void sources(InstantSource clock) {
        for (SourceState state : SourceState.values()) {
            sources("countersign.sources", "Connected sources by poll state", seen -> seen.in(state))
                    .tag("state", state.name())
                    .register(registry);
        }
        for (AwsFailure.Kind kind : AwsFailure.Kind.values()) {
            sources("countersign.sources.failing", "Sources that fail, by failure class", seen -> seen.failing(kind))
                    .tag("kind", kind.name())
                    .register(registry);
        }
        sources(
                        "countersign.sources.oldest.read.age",
                        "Age of the oldest last complete poll of all sources",
                        seen -> seen.oldestSeconds(clock.instant()))
                .baseUnit("seconds")
                .register(registry);
    }

    private void invitations() {
        for (ResourceType type : ResourceType.KNOWN) {
            pending(type.value(), counts -> counts.byType().getOrDefault(type, 0L));
        }
        pending("OTHER", CoverageMetrics::ofOtherTypes);
        Gauge.builder("countersign.invitations.unclear", invitations, all -> all.number(PendingCounts.Counts::unclear))
                .description("Pending invitations with an unclear decision")
                .register(registry);
    }

    private static double ofOtherTypes(PendingCounts.Counts counts) {
        return counts.byType().entrySet().stream()
                .filter(entry -> !entry.getKey().known())
                .mapToLong(entry -> entry.getValue())
                .sum();
    }

    private Gauge.Builder<CachedGauge<CoverageGaps>> sources(
            String name, String description, ToDoubleFunction<CoverageGaps> number) {
        return Gauge.builder(name, sources, all -> all.number(number)).description(description);
    }

    private void pending(String type, ToDoubleFunction<PendingCounts.Counts> number) {
        Gauge.builder("countersign.invitations.pending", invitations, all -> all.number(number))
                .description("Pending invitations")
                .tag("type", type)
                .register(registry);
    }
}
