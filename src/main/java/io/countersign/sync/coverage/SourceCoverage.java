package io.countersign.sync.coverage;

import io.countersign.connection.Connections;
import io.countersign.connection.Source;
import io.countersign.invitation.VisibilityScope;
import io.countersign.sync.Coverage;
import io.countersign.sync.SyncProperties;
import io.countersign.sync.source.ConnectedSourceSync;
import io.countersign.sync.source.CoverageRepository;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the connected sources of a scope that are up to date. */
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

    public Coverage now(VisibilityScope seen) {
        List<Source> sources = connections.sources();
        List<Source> unmarked = connected.update(sources);
        CoverageRepository.Counts counts = rows.count(clock.instant().minus(properties.recent()), seen, LISTED);
        int shown = count(sources, seen);
        int blind = Math.min(shown, counts.blind());
        return new Coverage(
                shown,
                blind,
                Math.min(shown - blind, counts.firstReads() + count(unmarked, seen)),
                (int) properties.recent().toMinutes(),
                counts.lastRead(),
                counts.listed().stream()
                        .map(status -> new Coverage.Unread(
                                status.source(), status.failure(), status.failingSince(), status.readAt()))
                        .toList());
    }

    private static int count(List<Source> sources, VisibilityScope seen) {
        return (int) sources.stream().filter(seen::sees).count();
    }
}
