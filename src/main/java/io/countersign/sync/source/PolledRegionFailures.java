package io.countersign.sync.source;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connections;
import io.countersign.connection.Region;
import io.countersign.connection.RegionFailures;
import io.countersign.connection.Source;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the failures of the Regions of an account from the last polls. */
@Component
class PolledRegionFailures implements RegionFailures {

    private record Cause(AwsFailure.Kind kind, String message) {}

    private final Connections connections;
    private final SourceStatusRepository statuses;

    PolledRegionFailures(Connections connections, SourceStatusRepository statuses) {
        this.connections = connections;
        this.statuses = statuses;
    }

    @Override
    public List<RegionFailure> of(AccountId account) {
        Set<Source> connected = new HashSet<>(connections.sources());
        Map<Cause, List<SourceStatus>> byCause = statuses.of(List.of(account)).stream()
                .filter(status -> status.failure() != null && connected.contains(status.source()))
                .sorted(Comparator.comparing(status -> status.source().region().value()))
                .collect(Collectors.groupingBy(
                        status -> cause(failure(status)), LinkedHashMap::new, Collectors.toList()));
        return byCause.values().stream().map(PolledRegionFailures::together).toList();
    }

    /** Requests in different Regions differ in their IDs only. */
    private static Cause cause(AwsFailure failure) {
        return new Cause(failure.kind(), failure.message());
    }

    private static AwsFailure failure(SourceStatus status) {
        return Objects.requireNonNull(status.failure());
    }

    private static RegionFailure together(List<SourceStatus> same) {
        List<Region> regions =
                same.stream().map(status -> status.source().region()).toList();
        @Nullable
        Instant since = same.stream()
                .map(SourceStatus::failingSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new RegionFailure(regions, failure(same.get(0)), since);
    }
}
