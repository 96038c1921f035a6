package io.countersign.sync;

import io.countersign.connection.Connections;
import io.countersign.connection.Source;
import io.countersign.invitation.Coverage;
import io.countersign.invitation.CoverageReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts which of the connected sources were read lately. */
@Component
class SourceCoverage implements CoverageReport {

    /** More of them are for the coverage page. */
    private static final int LISTED = 20;

    private final Connections connections;
    private final CoverageRows rows;
    private final SyncProperties properties;
    private final InstantSource clock;

    SourceCoverage(Connections connections, CoverageRows rows, SyncProperties properties, InstantSource clock) {
        this.connections = connections;
        this.rows = rows;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Coverage now() {
        Instant since = clock.instant().minus(properties.recent());
        CoverageRows.Counts counts = rows.count(since);
        // a source that was just connected has no row yet, and is blind; one that was just paused counts a little
        // longer
        int sources = Math.max(counts.sources(), connections.sources().size());
        int blind = sources - counts.seen();
        return new Coverage(
                sources,
                counts.recent(),
                blind,
                (int) properties.recent().toMinutes(),
                counts.lastRead(),
                blind == 0 ? List.of() : listed(since, sources > counts.sources()));
    }

    private List<Coverage.Unread> listed(Instant since, boolean someHaveNoRow) {
        return Stream.concat(
                        rows.blind(since, LISTED).stream(),
                        someHaveNoRow ? withoutRow().map(SourceStatus::neverTried) : Stream.empty())
                .limit(LISTED)
                .map(status ->
                        new Coverage.Unread(status.source(), status.failure(), status.failingSince(), status.readAt()))
                .toList();
    }

    private Stream<Source> withoutRow() {
        Set<Source> enrolled = rows.enrolled();
        return connections.sources().stream().filter(source -> !enrolled.contains(source));
    }
}
