package io.countersign.lead;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.invitation.Scope;
import io.countersign.invitation.Waited;
import io.countersign.lead.LeadView.Band;
import io.countersign.lead.LeadView.Count;
import io.countersign.lead.LeadView.Name;
import io.countersign.lead.LeadView.Row;
import io.countersign.lead.LeadView.Week;
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

/** Puts the lead’s page together. */
@Component
class LeadPages {

    /** Seven days less the time waited is what is left at most. */
    private static final List<Group> TIME_LEFT = List.of(
            new Group("left.over", new Waited(168, null)),
            new Group("left.6", new Waited(162, 168)),
            new Group("left.24", new Waited(144, 162)),
            new Group("left.72", new Waited(96, 144)),
            new Group("left.more", new Waited(0, 96)));

    private static final List<Group> AGE = List.of(
            new Group("age.1", new Waited(0, 24)),
            new Group("age.3", new Waited(24, 72)),
            new Group("age.7", new Waited(72, 168)),
            new Group("age.more", new Waited(168, null)));

    /** Those with at most a day left, the expired ones among them. */
    private static final Waited URGENT = new Waited(144, null);

    private final Figures figures;
    private final Connections connections;
    private final Owners owners;
    private final DecidedRows rows;

    private final InstantSource clock;

    LeadPages(Figures figures, Connections connections, Owners owners, DecidedRows rows, InstantSource clock) {
        this.clock = clock;
        this.figures = figures;
        this.connections = connections;
        this.owners = owners;
        this.rows = rows;
    }

    private record Group(String key, Waited waited) {}

    LeadView page(Period period, Scope scope) {
        List<Band> timeLeft = bands(TIME_LEFT, scope);
        Row decided = rows.total(figures.decided(period, scope), period);
        List<Week> weeks = weeks(period, scope);
        return new LeadView(
                timeLeft.stream().mapToLong(Band::count).sum(),
                new Count(figures.waiting(URGENT, scope), queue("waited", URGENT.toString())),
                decided,
                new Count(
                        weeks.stream().mapToLong(week -> week.expired().count()).sum(),
                        HistoryLink.expired(period).toString()),
                timeLeft,
                bands(AGE, scope),
                named(figures.waitingByPerson(scope, clock.instant()), "holder"),
                new Count(figures.free(scope), queue("turn", "free")),
                named(figures.waitingByTeam(scope), "team"),
                figures.waitingByAccount(scope).stream().map(this::account).toList(),
                waitingOwners(figures.waitingByOwner(scope)),
                weeks,
                rows.people(figures.decidedByPerson(period, scope), period),
                rows.types(figures.decidedByType(period, scope), period),
                rows.owners(figures.decidedByOwner(period, scope), period));
    }

    private List<Band> bands(List<Group> groups, Scope scope) {
        return groups.stream()
                .map(group -> new Band(
                        group.key(),
                        figures.waiting(group.waited(), scope),
                        queue("waited", group.waited().toString())))
                .toList();
    }

    private static List<Name> named(List<Waiting> waiting, String parameter) {
        return waiting.stream()
                .map(each -> new Name(each.key(), each.key(), each.count(), queue(parameter, each.key())))
                .toList();
    }

    private Name account(Waiting waiting) {
        String name = connections
                .find(new AccountId(waiting.key()))
                .map(Connection::name)
                .orElse(null);
        return new Name(waiting.key(), name, waiting.count(), queue("account", waiting.key()));
    }

    private List<Name> waitingOwners(List<Waiting> waiting) {
        Map<String, KnownOwner> known =
                owners.find(waiting.stream().map(Waiting::key).toList());
        return waiting.stream()
                .map(each ->
                        new Name(each.key(), name(known.get(each.key())), each.count(), queue("owner", each.key())))
                .toList();
    }

    private static @Nullable String name(@Nullable KnownOwner known) {
        return known == null ? null : known.name();
    }

    /** Every week of the period, also those in which nothing happened. */
    private List<Week> weeks(Period period, Scope scope) {
        Map<LocalDate, Decided> decided = figures.decidedByWeek(period, scope);
        Map<LocalDate, Long> expired = figures.expiredByWeek(period, scope);
        LocalDate first = period.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(first, monday -> !monday.isAfter(period.to()), monday -> monday.plusWeeks(1))
                .map(monday -> new Week(
                        monday.toString(),
                        rows.total(
                                Optional.ofNullable(decided.get(monday)).stream()
                                        .toList(),
                                period.week(monday)),
                        new Count(
                                expired.getOrDefault(monday, 0L),
                                HistoryLink.expired(period.week(monday)).toString())))
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
