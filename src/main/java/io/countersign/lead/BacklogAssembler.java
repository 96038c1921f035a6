package io.countersign.lead;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.AgeRange;
import io.countersign.invitation.queue.BacklogCount;
import io.countersign.invitation.queue.BacklogRepository;
import io.countersign.lead.OverviewView.Band;
import io.countersign.lead.OverviewView.Count;
import io.countersign.lead.OverviewView.Name;
import io.countersign.lead.OverviewView.Teams;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.Owners;
import io.countersign.team.access.TeamBacklog;
import io.countersign.team.access.TeamBacklogRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Groups the pending invitations for the overview page. */
@Component
class BacklogAssembler {

    /** The time left is at most seven days less the age. */
    private static final List<Group> TIME_LEFT = List.of(
            new Group("left.over", new AgeRange(168, null)),
            new Group("left.6", new AgeRange(162, 168)),
            new Group("left.24", new AgeRange(144, 162)),
            new Group("left.72", new AgeRange(96, 144)),
            new Group("left.more", new AgeRange(0, 96)));

    private static final AgeRange URGENT = new AgeRange(144, null);

    private final BacklogRepository backlog;
    private final TeamBacklogRepository teamBacklog;
    private final Connections connections;
    private final Owners owners;
    private final InstantSource clock;

    BacklogAssembler(
            BacklogRepository backlog,
            TeamBacklogRepository teamBacklog,
            Connections connections,
            Owners owners,
            InstantSource clock) {
        this.backlog = backlog;
        this.teamBacklog = teamBacklog;
        this.connections = connections;
        this.owners = owners;
        this.clock = clock;
    }

    private record Group(String key, AgeRange waited) {}

    /** Counts the invitations with at most one day left, including expired ones. */
    Count urgent(VisibilityScope visibilityScope) {
        return new Count(backlog.count(URGENT, visibilityScope), link("waited", URGENT.toString()));
    }

    OverviewView.Backlog backlog(VisibilityScope visibilityScope) {
        TeamBacklog teams = teamBacklog.byTeam(visibilityScope);
        return new OverviewView.Backlog(
                bands(visibilityScope),
                named(teamBacklog.byAssignee(visibilityScope, clock.instant()), "holder"),
                new Count(teamBacklog.unassigned(visibilityScope, clock.instant()), link("assignee", "unassigned")),
                new Teams(named(teams.teams(), "team"), teams.total(), teams.once(), teams.several()),
                backlog.byAccount(visibilityScope).stream().map(this::account).toList(),
                waitingOwners(backlog.byOwner(visibilityScope)));
    }

    private List<Band> bands(VisibilityScope visibilityScope) {
        return TIME_LEFT.stream()
                .map(group -> new Band(
                        group.key(),
                        backlog.count(group.waited(), visibilityScope),
                        link("waited", group.waited().toString())))
                .toList();
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
