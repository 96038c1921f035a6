package io.countersign.team.access;

import io.countersign.invitation.PendingCounts;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.VisibilityScope.Place;
import io.countersign.team.persistence.StoredTeam;
import io.countersign.team.persistence.TeamRepository;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts the pending invitations that no team may decide. */
@Component
public class TeamlessInvitations {

    private final TeamRepository teamRepository;
    private final PendingCounts pendingCounts;

    TeamlessInvitations(TeamRepository teamRepository, PendingCounts pendingCounts) {
        this.teamRepository = teamRepository;
        this.pendingCounts = pendingCounts;
    }

    /** Returns 0 without teams, because everyone may then decide every invitation. */
    public long count() {
        List<StoredTeam> teams = teamRepository.all();
        Set<Place> places = teams.stream().flatMap(TeamlessInvitations::places).collect(Collectors.toSet());
        return teams.isEmpty()
                ? 0
                : pendingCounts.in(VisibilityScope.EVERYTHING) - pendingCounts.in(VisibilityScope.of(places));
    }

    private static Stream<Place> places(StoredTeam stored) {
        return stored.team().accounts().entrySet().stream()
                .flatMap(each -> each.getValue().isEmpty()
                        ? Stream.of(new Place(each.getKey(), null))
                        : each.getValue().stream().map(region -> new Place(each.getKey(), region)));
    }
}
