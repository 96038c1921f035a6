package io.countersign.sync;

import io.countersign.connection.Connections;
import io.countersign.connection.Source;
import io.countersign.invitation.Coverage;
import io.countersign.invitation.CoverageReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts which of the connected sources were read lately. */
@Component
class SourceCoverage implements CoverageReport {

    private final Connections connections;
    private final SourceStatuses statuses;
    private final SyncProperties properties;
    private final InstantSource clock;

    SourceCoverage(Connections connections, SourceStatuses statuses, SyncProperties properties, InstantSource clock) {
        this.connections = connections;
        this.statuses = statuses;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Coverage now() {
        Map<Source, SourceStatus> known =
                statuses.all().stream().collect(Collectors.toMap(SourceStatus::source, Function.identity()));
        List<SourceStatus> connected = connections.sources().stream()
                .map(source -> known.getOrDefault(source, SourceStatus.neverTried(source)))
                .toList();
        List<Coverage.Unread> blind = connected.stream()
                .filter(status -> !recent(status) || status.failure() != null)
                .map(status ->
                        new Coverage.Unread(status.source(), status.failure(), status.failingSince(), status.readAt()))
                .toList();
        Instant lastRead = connected.stream()
                .map(SourceStatus::readAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Coverage(
                connected.size(),
                (int) connected.stream().filter(this::recent).count(),
                (int) properties.recent().toMinutes(),
                lastRead,
                blind);
    }

    private boolean recent(SourceStatus status) {
        return status.readWithin(properties.recent(), clock.instant());
    }
}
