package io.countersign.team.access;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connections;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.PendingCounts;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.VisibilityScope.Place;
import io.countersign.team.persistence.TeamRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the connected accounts and Regions of no team, whose invitations no user can decide. */
@Component
public class TeamlessAccounts {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final TeamRepository teamRepository;
    private final Connections connections;
    private final PendingCounts pendingCounts;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    TeamlessAccounts(
            TeamRepository teamRepository, Connections connections, PendingCounts pendingCounts, InstantSource clock) {
        this.teamRepository = teamRepository;
        this.connections = connections;
        this.pendingCounts = pendingCounts;
        this.clock = clock;
    }

    /** What was read for a warning, and of what it was read. */
    private record Known(Instant at, int changes, List<Source> connected, Optional<Numbers> numbers) {}

    /** The number of accounts with a Region of no team, and of the pending invitations in these Regions. */
    public record Numbers(long accounts, CappedCount invitations) {}

    /**
     * Returns empty if each account has a team, or if there are no teams, because all users then decide everything. The
     * numbers only warn, and many pages show them: they may be {@link #KEPT} old, unless this replica changed teams or
     * connections.
     */
    public Optional<Numbers> numbers() {
        Known last = known;
        Instant now = clock.instant();
        int changes = teamRepository.changes();
        List<Source> connected = connections.sources();
        // connections that did not change are the same list
        if (last == null
                || last.changes != changes
                || last.connected != connected
                || Duration.between(last.at, now).abs().compareTo(KEPT) > 0) {
            last = new Known(now, changes, connected, read());
            known = last;
        }
        return last.numbers;
    }

    private Optional<Numbers> read() {
        List<Source> sources = sources();
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Numbers(
                        sources.stream().map(Source::account).distinct().count(),
                        pendingCounts.capped(scope(sources))));
    }

    /** Returns the Regions of no team by account, in the order of the connections. */
    public Map<AccountId, List<Region>> regions() {
        return sources().stream()
                .collect(Collectors.groupingBy(
                        Source::account, LinkedHashMap::new, Collectors.mapping(Source::region, Collectors.toList())));
    }

    private List<Source> sources() {
        Optional<VisibilityScope> covered = teamRepository.covered();
        return covered.isEmpty()
                ? List.of()
                : connections.sources().stream()
                        .filter(source -> !covered.get().sees(source))
                        .toList();
    }

    private static VisibilityScope scope(List<Source> sources) {
        return VisibilityScope.of(sources.stream()
                .map(source -> new Place(source.account(), source.region()))
                .collect(Collectors.toSet()));
    }
}
