package io.countersign.lead;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.AgeRange;
import io.countersign.lead.OverviewView.Band;
import io.countersign.lead.OverviewView.Count;
import io.countersign.lead.OverviewView.Name;
import io.countersign.lead.OverviewView.Week;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.Owners;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Assembles the overview page. */
@Component
class OverviewAssembler {

    /** The time left is at most seven days less the age. */
    private static final List<Group> TIME_LEFT = List.of(
            new Group("left.over", new AgeRange(168, null)),
            new Group("left.6", new AgeRange(162, 168)),
            new Group("left.24", new AgeRange(144, 162)),
            new Group("left.72", new AgeRange(96, 144)),
            new Group("left.more", new AgeRange(0, 96)));

    private static final List<Group> AGE = List.of(
            new Group("age.1", new AgeRange(0, 24)),
            new Group("age.3", new AgeRange(24, 72)),
            new Group("age.7", new AgeRange(72, 168)),
            new Group("age.more", new AgeRange(168, null)));

    /** Invitations with at most one day left, including expired ones. */
    private static final AgeRange URGENT = new AgeRange(144, null);

    private final OverviewQueries overviewQueries;
    private final Connections connections;
    private final Owners owners;
    private final DecisionStatsAssembler rows;

    private final InstantSource clock;

    OverviewAssembler(
            OverviewQueries overviewQueries,
            Connections connections,
            Owners owners,
            DecisionStatsAssembler rows,
            InstantSource clock) {
        this.clock = clock;
        this.overviewQueries = overviewQueries;
        this.connections = connections;
        this.owners = owners;
        this.rows = rows;
    }

    private record Group(String key, AgeRange waited) {}

    OverviewView page(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        OverviewView.Backlog backlog = backlog(visibilityScope);
        List<Week> weeks = weeks(reportPeriod, visibilityScope);
        OverviewView.Summary summary = new OverviewView.Summary(
                backlog.timeLeft().stream().mapToLong(Band::count).sum(),
                new Count(overviewQueries.waiting(URGENT, visibilityScope), queue("waited", URGENT.toString())),
                rows.total(overviewQueries.decided(reportPeriod, visibilityScope), reportPeriod),
                new Count(
                        weeks.stream().mapToLong(week -> week.expired().count()).sum(),
                        HistoryLink.expired(reportPeriod).toString()));
        return new OverviewView(summary, backlog, decided(reportPeriod, visibilityScope), weeks);
    }

    private OverviewView.Backlog backlog(VisibilityScope visibilityScope) {
        return new OverviewView.Backlog(
                bands(TIME_LEFT, visibilityScope),
                bands(AGE, visibilityScope),
                named(overviewQueries.waitingByPerson(visibilityScope, clock.instant()), "holder"),
                new Count(overviewQueries.free(visibilityScope), queue("turn", "free")),
                named(overviewQueries.waitingByTeam(visibilityScope), "team"),
                overviewQueries.waitingByAccount(visibilityScope).stream()
                        .map(this::account)
                        .toList(),
                waitingOwners(overviewQueries.waitingByOwner(visibilityScope)));
    }

    private OverviewView.Decided decided(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        return new OverviewView.Decided(
                rows.people(overviewQueries.decidedByPerson(reportPeriod, visibilityScope), reportPeriod),
                rows.types(overviewQueries.decidedByType(reportPeriod, visibilityScope), reportPeriod),
                rows.owners(overviewQueries.decidedByOwner(reportPeriod, visibilityScope), reportPeriod));
    }

    private List<Band> bands(List<Group> groups, VisibilityScope visibilityScope) {
        return groups.stream()
                .map(group -> new Band(
                        group.key(),
                        overviewQueries.waiting(group.waited(), visibilityScope),
                        queue("waited", group.waited().toString())))
                .toList();
    }

    private static List<Name> named(List<BacklogCount> waiting, String parameter) {
        return waiting.stream()
                .map(each -> new Name(each.key(), each.key(), each.count(), queue(parameter, each.key())))
                .toList();
    }

    private Name account(BacklogCount backlogCount) {
        String name = connections
                .find(new AccountId(backlogCount.key()))
                .map(Connection::name)
                .orElse(null);
        return new Name(backlogCount.key(), name, backlogCount.count(), queue("account", backlogCount.key()));
    }

    private List<Name> waitingOwners(List<BacklogCount> waiting) {
        Map<String, KnownOwner> known =
                owners.find(waiting.stream().map(BacklogCount::key).toList());
        return waiting.stream()
                .map(each ->
                        new Name(each.key(), name(known.get(each.key())), each.count(), queue("owner", each.key())))
                .toList();
    }

    private static @Nullable String name(@Nullable KnownOwner known) {
        return known == null ? null : known.name();
    }

    /** All weeks of the period, including those without events. */
    private List<Week> weeks(ReportPeriod reportPeriod, VisibilityScope visibilityScope) {
        Map<LocalDate, DecisionStats> decided = overviewQueries.decidedByWeek(reportPeriod, visibilityScope);
        Map<LocalDate, Long> expired = overviewQueries.expiredByWeek(reportPeriod, visibilityScope);
        LocalDate first = reportPeriod.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(first, monday -> !monday.isAfter(reportPeriod.to()), monday -> monday.plusWeeks(1))
                .map(monday -> new Week(
                        monday.toString(),
                        rows.total(
                                Optional.ofNullable(decided.get(monday)).stream()
                                        .toList(),
                                reportPeriod.week(monday)),
                        new Count(
                                expired.getOrDefault(monday, 0L),
                                HistoryLink.expired(reportPeriod.week(monday)).toString())))
                .toList();
    }

    private static String queue(String parameter, String value) {
        return UriComponentsBuilder.fromPath("/")
                .queryParam(parameter, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString();
    }
}
