package io.countersign.sync.coverage;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import io.countersign.invitation.PendingCounts;
import io.countersign.invitation.VisibilityScope;
import io.countersign.sync.SyncProperties;
import io.countersign.sync.source.SourceName;
import io.countersign.sync.source.SourceState;
import io.countersign.sync.source.SourceStatus;
import io.countersign.sync.source.SourceStatusRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the coverage page. */
@Component
class CoveragePageAssembler {

    private static final int SIZE = 50;

    private final Connections connections;
    private final SourceStatusRepository statuses;
    private final PendingCounts pendingCounts;
    private final SyncProperties properties;
    private final InstantSource clock;

    CoveragePageAssembler(
            Connections connections,
            SourceStatusRepository statuses,
            PendingCounts pendingCounts,
            SyncProperties properties,
            InstantSource clock) {
        this.connections = connections;
        this.statuses = statuses;
        this.pendingCounts = pendingCounts;
        this.properties = properties;
        this.clock = clock;
    }

    private record Known(Map<Source, SourceStatus> statuses, Map<Source, Integer> pending, VisibilityScope seen) {}

    /** @param seen the scope of the user: its invitations are counted, so that each number equals the list that it links to */
    CoverageView page(CoverageFilter filter, int requestedPage, VisibilityScope seen) {
        List<Connection> matching = filter.within(seen).visible(connections.all()).stream()
                .filter(filter::matches)
                .toList();
        if (filter.blind()) {
            Map<Source, SourceStatus> all = bySource(statuses.all());
            matching = matching.stream()
                    .filter(connection -> blind(connection, all))
                    .toList();
        }
        int pages = Math.max(1, (matching.size() + SIZE - 1) / SIZE);
        int page = Math.min(requestedPage, pages);
        List<Connection> shown = matching.subList((page - 1) * SIZE, Math.min(matching.size(), page * SIZE));
        List<String> regions = filter.region() == null ? regions(shown) : List.of(filter.region());
        List<AccountId> accounts = shown.stream().map(Connection::account).toList();
        Known known = new Known(bySource(statuses.of(accounts)), pendingCounts.bySource(accounts, seen), seen);
        return new CoverageView(
                regions,
                shown.stream()
                        .map(connection -> row(connection, regions, known))
                        .toList(),
                matching.size(),
                page,
                pages,
                page > 1 ? filter.link(page - 1) : null,
                page < pages ? filter.link(page + 1) : null);
    }

    /** Returns the Regions of the connections in the scope, sorted. */
    List<String> regions(VisibilityScope scope) {
        return regions(scope.visible(connections.all()));
    }

    private static Map<Source, SourceStatus> bySource(List<SourceStatus> statuses) {
        return statuses.stream().collect(Collectors.toMap(SourceStatus::source, Function.identity()));
    }

    private static List<String> regions(List<Connection> shown) {
        return List.copyOf(shown.stream()
                .flatMap(connection -> connection.regions().stream())
                .map(Region::value)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private boolean blind(Connection connection, Map<Source, SourceStatus> known) {
        return connection.sources().stream()
                .map(source -> known.getOrDefault(source, SourceStatus.neverTried(source)))
                .anyMatch(status -> state(status) != SourceState.READ);
    }

    private SourceState state(SourceStatus status) {
        return status.state(properties.recent(), clock.instant());
    }

    private CoverageView.Row row(Connection connection, List<String> regions, Known known) {
        String account = connection.account().value();
        return new CoverageView.Row(
                account,
                connection.name(),
                connection.sources().stream().anyMatch(known.seen()::sees) ? account : null,
                regions.stream()
                        .map(region -> cell(connection, new Region(region), known))
                        .collect(Collectors.toList()));
    }

    private CoverageView.@Nullable Cell cell(Connection connection, Region region, Known known) {
        if (!connection.regions().contains(region)) {
            return null;
        }
        Source source = new Source(connection.account(), region);
        SourceStatus status = known.statuses().getOrDefault(source, SourceStatus.neverTried(source));
        AwsFailure awsFailure = status.failure();
        return new CoverageView.Cell(
                region.value(),
                known.seen().sees(source) ? SourceName.of(source) : null,
                state(status).name(),
                status.readAt(),
                known.pending().getOrDefault(source, 0),
                "/?account=" + source.account() + "&region=" + region,
                awsFailure == null ? null : awsFailure.kind().name(),
                awsFailure == null ? null : awsFailure.message(),
                status.failingSince(),
                status.nextAt());
    }
}
