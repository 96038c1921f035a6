package io.countersign.team.access;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connections;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import io.countersign.identity.Person;
import io.countersign.identity.UserDirectory;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.PendingCounts;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.VisibilityScope.Place;
import io.countersign.team.persistence.TeamRepository;
import io.countersign.team.persistence.TeamRepository.Coverage;
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

/**
 * Finds the connected accounts and Regions whose invitations no user can decide, because they belong to no team or only to
 * teams without a member who can decide.
 */
@Component
public class TeamlessAccounts {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final TeamRepository teamRepository;
    private final Connections connections;
    private final UserDirectory userDirectory;
    private final PendingCounts pendingCounts;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    TeamlessAccounts(
            TeamRepository teamRepository,
            Connections connections,
            UserDirectory userDirectory,
            PendingCounts pendingCounts,
            InstantSource clock) {
        this.teamRepository = teamRepository;
        this.connections = connections;
        this.userDirectory = userDirectory;
        this.pendingCounts = pendingCounts;
        this.clock = clock;
    }

    /** What was read for a warning, and of what it was read. */
    private record Known(
            Instant at,
            int changes,
            List<Source> connected,
            Optional<Numbers> numbers,
            Optional<Numbers> withoutDeciders) {}

    /** The number of accounts with such a Region, and of the pending invitations in these Regions. */
    public record Numbers(long accounts, CappedCount invitations) {}

    /**
     * Returns empty if each account has a team, or if there are no teams, because all users then decide everything. The
     * numbers only warn, and many pages show them: they may be {@link #KEPT} old, unless this replica changed teams or
     * connections.
     */
    public Optional<Numbers> numbers() {
        return known().numbers;
    }

    /** As {@link #numbers}, of the Regions that belong only to teams without a member who can decide. */
    public Optional<Numbers> withoutDeciders() {
        return known().withoutDeciders;
    }

    private Known known() {
        Known last = known;
        Instant now = clock.instant();
        int changes = teamRepository.changes();
        List<Source> connected = connections.sources();
        // connections that did not change are the same list
        if (last == null
                || last.changes != changes
                || last.connected != connected
                || Duration.between(last.at, now).abs().compareTo(KEPT) > 0) {
            last = read(now, changes, connected);
            known = last;
        }
        return last;
    }

    private Known read(Instant now, int changes, List<Source> connected) {
        Optional<Coverage> coverage = coverage();
        return new Known(
                now,
                changes,
                connected,
                coverage.flatMap(scopes -> count(teamless(scopes, connected))),
                coverage.flatMap(scopes -> count(connected.stream()
                        .filter(source -> scopes.covered().sees(source)
                                && !scopes.decided().sees(source))
                        .toList())));
    }

    private Optional<Coverage> coverage() {
        return teamRepository.coverage(
                userDirectory.deciders().stream().map(Person::name).toList());
    }

    private Optional<Numbers> count(List<Source> sources) {
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Numbers(
                        sources.stream().map(Source::account).distinct().count(),
                        pendingCounts.capped(scope(sources))));
    }

    /** Returns the Regions of no team by account, in the order of the connections. */
    public Map<AccountId, List<Region>> regions() {
        return coverage().stream()
                .flatMap(scopes -> teamless(scopes, connections.sources()).stream())
                .collect(Collectors.groupingBy(
                        Source::account, LinkedHashMap::new, Collectors.mapping(Source::region, Collectors.toList())));
    }

    private static List<Source> teamless(Coverage scopes, List<Source> connected) {
        return connected.stream()
                .filter(source -> !scopes.covered().sees(source))
                .toList();
    }

    private static VisibilityScope scope(List<Source> sources) {
        return VisibilityScope.of(sources.stream()
                .map(source -> new Place(source.account(), source.region()))
                .collect(Collectors.toSet()));
    }
}
