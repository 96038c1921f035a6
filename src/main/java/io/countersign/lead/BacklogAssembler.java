package io.countersign.lead;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.AgeRange;
import io.countersign.invitation.queue.BacklogCount;
import io.countersign.lead.OverviewView.Band;
import io.countersign.lead.OverviewView.Count;
import io.countersign.lead.OverviewView.Name;
import io.countersign.lead.OverviewView.Teams;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.Owners;
import io.countersign.team.access.Backlog;
import io.countersign.team.access.TeamBacklog;
import io.countersign.team.access.TeamBacklogRepository;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Groups the pending invitations for the overview page. */
@Component
class BacklogAssembler {

    /** The first hours of the age groups. The time left is at most seven days less the age. */
    private static final List<Integer> AGES = List.of(0, 96, 144, 162, 168);

    private static final List<String> TIME_LEFT = List.of("left.more", "left.72", "left.24", "left.6", "left.over");

    private static final AgeRange URGENT = new AgeRange(144, null);

    private final TeamBacklogRepository teamBacklog;
    private final Connections connections;
    private final Owners owners;
    private final InstantSource clock;

    BacklogAssembler(TeamBacklogRepository teamBacklog, Connections connections, Owners owners, InstantSource clock) {
        this.teamBacklog = teamBacklog;
        this.connections = connections;
        this.owners = owners;
        this.clock = clock;
    }

    OverviewView.Backlog backlog(VisibilityScope visibilityScope) {
        Backlog backlog = teamBacklog.backlog(AGES, visibilityScope, clock.instant());
        TeamBacklog teams = teamBacklog.byTeam(visibilityScope);
        return new OverviewView.Backlog(
                bands(backlog.ages()),
                named(backlog.assignees(), "holder"),
                new Count(backlog.unassigned(), link("assignee", "unassigned")),
                new Teams(named(teams.teams(), "team"), teams.total(), teams.once(), teams.several()),
                backlog.accounts().stream().map(this::account).toList(),
                waitingOwners(backlog.owners()));
    }

    /** Counts the invitations with at most one day left, including expired ones. */
    static Count urgent(List<Band> timeLeft) {
        return new Count(
                timeLeft.stream()
                        .limit(AGES.size() - AGES.indexOf(URGENT.from()))
                        .mapToLong(Band::count)
                        .sum(),
                link("waited", URGENT.toString()));
    }

    /** The oldest first. */
    private static List<Band> bands(List<BacklogCount> ages) {
        Map<String, Long> counts = ages.stream().collect(Collectors.toMap(BacklogCount::key, BacklogCount::count));
        List<Band> bands = new ArrayList<>();
        for (int i = AGES.size() - 1; i >= 0; i--) {
            AgeRange age = new AgeRange(AGES.get(i), i + 1 < AGES.size() ? AGES.get(i + 1) : null);
            bands.add(new Band(
                    TIME_LEFT.get(i), counts.getOrDefault(String.valueOf(i + 1), 0L), link("waited", age.toString())));
        }
        return bands;
    }

    private static List<Name> named(List<BacklogCount> waiting, String parameter) {
        return waiting.stream()
                .map(each -> new Name(each.key(), each.key(), each.count(), link(parameter, each.key())))
                .toList();
    }

    private Name account(BacklogCount backlogCount) {
        String name = connections
                .find(new AccountId(backlogCount.key()))
                .map(Connection::name)
                .orElse(null);
        return new Name(backlogCount.key(), name, backlogCount.count(), link("account", backlogCount.key()));
    }

    private List<Name> waitingOwners(List<BacklogCount> waiting) {
        Map<String, KnownOwner> known =
                owners.find(waiting.stream().map(BacklogCount::key).toList());
        return waiting.stream()
                .map(each -> new Name(each.key(), name(known.get(each.key())), each.count(), link("owner", each.key())))
                .toList();
    }

    private static @Nullable String name(@Nullable KnownOwner known) {
        return known == null ? null : known.name();
    }

    private static String link(String parameter, String value) {
        return UriComponentsBuilder.fromPath("/")
                .queryParam(parameter, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString();
    }
}
