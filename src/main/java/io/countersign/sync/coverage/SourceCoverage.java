package io.countersign.sync.coverage;

import io.countersign.connection.Connections;
import io.countersign.connection.Source;
import io.countersign.sync.Coverage;
import io.countersign.sync.SyncProperties;
import io.countersign.sync.source.ConnectedSourceSync;
import io.countersign.sync.source.CoverageRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the connected sources that are up to date. */
@Component
public class SourceCoverage {

    /** The maximum number of listed sources; the coverage page shows all. */
    private static final int LISTED = 20;

    private final Connections connections;
    private final ConnectedSourceSync connected;
    private final CoverageRepository rows;
    private final SyncProperties properties;
    private final InstantSource clock;

    SourceCoverage(
            Connections connections,
            ConnectedSourceSync connected,
            CoverageRepository rows,
            SyncProperties properties,
            InstantSource clock) {
        this.connections = connections;
        this.connected = connected;
        this.rows = rows;
        this.properties = properties;
        this.clock = clock;
    }

    public Coverage now() {
        List<Source> sources = connections.sources();
        int unmarked = connected.update(sources);
        Instant since = clock.instant().minus(properties.recent());
        CoverageRepository.Counts counts = rows.count(since);
        return new Coverage(
                sources.size(),
                counts.blind() + unmarked,
                (int) properties.recent().toMinutes(),
                counts.lastRead(),
                counts.blind() == 0 ? List.of() : listed(since));
    }

    private List<Coverage.Unread> listed(Instant since) {
        return rows.blind(since, LISTED).stream()
                .map(status ->
                        new Coverage.Unread(status.source(), status.failure(), status.failingSince(), status.readAt()))
                .toList();
    }
}
