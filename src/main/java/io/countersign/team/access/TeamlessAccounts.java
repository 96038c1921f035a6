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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the connected accounts and Regions of no team, whose invitations no user can decide. */
@Component
public class TeamlessAccounts {

    private final TeamRepository teamRepository;
    private final Connections connections;
    private final PendingCounts pendingCounts;

    TeamlessAccounts(TeamRepository teamRepository, Connections connections, PendingCounts pendingCounts) {
        this.teamRepository = teamRepository;
        this.connections = connections;
        this.pendingCounts = pendingCounts;
    }

    /** The number of accounts with a Region of no team, and of the pending invitations in these Regions. */
    public record Numbers(long accounts, CappedCount invitations) {}

    /** Returns empty if each account has a team, or if there are no teams, because all users then decide everything. */
    public Optional<Numbers> numbers() {
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
