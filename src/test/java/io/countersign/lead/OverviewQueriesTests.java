package io.countersign.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.AccountId;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.BacklogCount;
import io.countersign.team.access.Backlog;
import io.countersign.team.access.TeamBacklog;
import io.countersign.team.access.TeamBacklogRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

class OverviewQueriesTests {

    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final ReportPeriod PERIOD = ReportPeriod.parse("30", NOW);
    private static final String NORTHWIND = "555566667777";
    private static final String CONTOSO = "999988887777";
    private static final OverviewQueries.Decisions NO_DECISIONS =
            new OverviewQueries.Decisions(List.of(), Map.of(), List.of(), List.of(), List.of());

    private JdbcClient jdbc;
    private OverviewQueries overviewQueries;
    private TeamBacklogRepository teamBacklog;
    private int next = 1;
    private int seq = 1;

    @BeforeEach
    void fill() {
        DataSource tables = TestDatabase.migrated();
        jdbc = JdbcClient.create(tables);
        overviewQueries = new OverviewQueries(jdbc);
        teamBacklog = new TeamBacklogRepository(jdbc);
    }

    @Test
    void countsPendingInvitationsByAgeAccountAndOwner() {
        pending("111122223333", NORTHWIND, Instant.now().minus(Duration.ofHours(1)));
        pending("111122223333", CONTOSO, Instant.now().minus(Duration.ofHours(163)));
        pending("222233334444", NORTHWIND, Instant.now().minus(Duration.ofHours(163)));
        pending("222233334444", null, Instant.now().minus(Duration.ofHours(200)));
        invitation("222233334444", NORTHWIND, Instant.now(), "REJECTED", null, Instant.now());

        Backlog backlog = backlog(VisibilityScope.EVERYTHING);
        assertThat(backlog.ages())
                .containsExactly(new BacklogCount("2", 2), new BacklogCount("1", 1), new BacklogCount("3", 1));
        assertThat(backlog.accounts())
                .containsExactly(new BacklogCount("111122223333", 2), new BacklogCount("222233334444", 2));
        assertThat(backlog.owners()).containsExactly(new BacklogCount(NORTHWIND, 2), new BacklogCount(CONTOSO, 1));
    }

    @Test
    void countsInvitationsOfTheFutureInNoAge() {
        pending("111122223333", NORTHWIND, Instant.now().plus(Duration.ofHours(1)));
        assertThat(backlog(VisibilityScope.EVERYTHING).ages()).containsExactly(new BacklogCount("0", 1));
        assertThat(backlog(VisibilityScope.EVERYTHING).unassigned()).isEqualTo(1);
        assertThat(backlog(VisibilityScope.NOTHING))
                .isEqualTo(new Backlog(List.of(), List.of(), List.of(), List.of(), 0));
    }

    @Test
    void countsPendingInvitationsByAssigneeAndTeam() {
        Instant seen = NOW.minus(Duration.ofHours(1));
        claim(invitation("111122223333", NORTHWIND, seen, "PENDING", null, seen), "ann", NOW.plusSeconds(60));
        claim(invitation("111122223333", NORTHWIND, seen, "PENDING", null, seen), "ann", NOW.plusSeconds(60));
        claim(invitation("222233334444", NORTHWIND, seen, "PENDING", null, seen), "ben", NOW.plusSeconds(60));
        claim(invitation("222233334444", NORTHWIND, seen, "PENDING", null, seen), "cid", NOW);
        claim(invitation("222233334444", NORTHWIND, seen, "REJECTED", null, seen), "ben", NOW.plusSeconds(60));
        team(1, "Retail", "111122223333", "", "eu-west-1");
        team(2, "Europe", "222233334444", "eu-west-1");
        team(3, "America", "222233334444", "us-east-1");

        assertThat(backlog(VisibilityScope.EVERYTHING).assignees())
                .containsExactly(new BacklogCount("ann", 2), new BacklogCount("ben", 1));
        assertThat(teamBacklog.byTeam(VisibilityScope.EVERYTHING))
                .isEqualTo(new TeamBacklog(
                        List.of(new BacklogCount("Europe", 2), new BacklogCount("Retail", 2)), 4, 4, 0));
        assertThat(backlog(VisibilityScope.EVERYTHING).unassigned()).isEqualTo(1);
        VisibilityScope visibilityScope =
                VisibilityScope.of(Set.of(new VisibilityScope.Place(new AccountId("111122223333"), null)));
        assertThat(backlog(visibilityScope).assignees()).containsExactly(new BacklogCount("ann", 2));
        assertThat(teamBacklog.byTeam(visibilityScope))
                .isEqualTo(new TeamBacklog(List.of(new BacklogCount("Retail", 2)), 2, 2, 0));
    }

    @Test
    void countsAnInvitationOfSeveralTeamsOnceInTheTotal() {
        Instant seen = NOW.minus(Duration.ofHours(1));
        for (String account : List.of("111122223333", "111122223333", "222233334444", "333344445555")) {
            invitation(account, NORTHWIND, seen, "PENDING", null, seen);
        }
        team(1, "Platform", "111122223333", "");
        team(2, "Retail", "111122223333", "eu-west-1");
        team(3, "Logistics", "222233334444", "eu-west-1");

        assertThat(teamBacklog.byTeam(VisibilityScope.EVERYTHING))
                .isEqualTo(new TeamBacklog(
                        List.of(
                                new BacklogCount("Platform", 2),
                                new BacklogCount("Retail", 2),
                                new BacklogCount("Logistics", 1)),
                        5,
                        3,
                        2));
        jdbc.sql("delete from team_source").update();
        assertThat(teamBacklog.byTeam(VisibilityScope.EVERYTHING)).isEqualTo(new TeamBacklog(List.of(), 0, 0, 0));
    }

    private void claim(String invitation, String person, Instant until) {
        jdbc.sql("insert into claim (invitation_id, person, given_by, since, until_at)"
                        + " values (:id, :person, :person, :until, :until)")
                .param("id", invitation)
                .param("person", person)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void team(long id, String name, String account, String... regions) {
        jdbc.sql(
                        "insert into team (id, name, version, changed_at, changed_by) values (?, ?, 1, current_timestamp, 'x')")
                .params(id, name)
                .update();
        for (String region : regions) {
            jdbc.sql("insert into team_source (team_id, account_id, region) values (?, ?, ?)")
                    .params(id, account, region)
                    .update();
        }
    }

    @Test
    void countsConfirmedDecisionsAndTheirDuration() {
        for (int hours = 1; hours <= 10; hours++) {
            decided("lead", "ACCEPT", "WORKLOAD", NORTHWIND, NOW.minus(Duration.ofDays(2)), hours, "CONFIRMED");
        }
        decided("reviewer", "REJECT", "LENS", CONTOSO, NOW.minus(Duration.ofDays(2)), 20, "CONFIRMED");
        decided("reviewer", "REJECT", "LENS", CONTOSO, NOW.minus(Duration.ofDays(2)), 20, "FAILED");
        decided("reviewer", "REJECT", "LENS", CONTOSO, NOW.minus(Duration.ofDays(31)), 20, "CONFIRMED");

        assertThat(decisions(VisibilityScope.EVERYTHING).all())
                .containsExactly(new DecisionStats(null, 10, 1, Duration.ofHours(6), Duration.ofHours(10)));
        assertThat(decisions(VisibilityScope.EVERYTHING).people())
                .containsExactly(
                        new DecisionStats("lead", 10, 0, Duration.ofMinutes(330), Duration.ofMinutes(546)),
                        new DecisionStats("reviewer", 0, 1, Duration.ofHours(20), Duration.ofHours(20)));
        assertThat(decisions(VisibilityScope.EVERYTHING).types())
                .extracting(DecisionStats::key)
                .containsExactly("WORKLOAD", "LENS");
        assertThat(decisions(VisibilityScope.EVERYTHING).owners())
                .extracting(DecisionStats::key)
                .containsExactly(NORTHWIND, CONTOSO);
        assertThat(overviewQueries
                        .decisions(ReportPeriod.parse("90", NOW), VisibilityScope.EVERYTHING)
                        .people())
                .extracting(DecisionStats::rejected)
                .containsExactly(0L, 2L);
    }

    /** The last second of Sunday and the first of Monday are in different weeks, in any time zone of the database. */
    @Test
    void startsWeeksOnMondayInUtc() {
        decided("lead", "ACCEPT", "WORKLOAD", NORTHWIND, Instant.parse("2026-11-22T23:59:59Z"), 1, "CONFIRMED");
        decided("lead", "ACCEPT", "WORKLOAD", NORTHWIND, Instant.parse("2026-11-23T00:00:00Z"), 3, "CONFIRMED");
        expired(Instant.parse("2026-11-16T00:00:00Z"));
        expired(Instant.parse("2026-11-24T10:00:00Z"));
        invitation(
                "111122223333",
                NORTHWIND,
                NOW.minus(Duration.ofDays(8)),
                "GONE",
                "UNKNOWN",
                NOW.minus(Duration.ofDays(1)));

        assertThat(decisions(VisibilityScope.EVERYTHING).weeks())
                .containsOnlyKeys(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23))
                .hasEntrySatisfying(LocalDate.of(2026, 11, 23), week -> assertThat(week.median())
                        .isEqualTo(Duration.ofHours(3)));
        assertThat(overviewQueries.expiredByWeek(PERIOD, VisibilityScope.EVERYTHING))
                .containsEntry(LocalDate.of(2026, 11, 16), 1L)
                .containsEntry(LocalDate.of(2026, 11, 23), 1L)
                .hasSize(2);
    }

    @Test
    void countsOnlyWithinTheVisibilityScope() {
        VisibilityScope visibilityScope =
                VisibilityScope.of(Set.of(new VisibilityScope.Place(new AccountId("222233334444"), null)));
        pending("111122223333", NORTHWIND, Instant.now());
        pending("222233334444", CONTOSO, Instant.now());
        decided("lead", "ACCEPT", "WORKLOAD", NORTHWIND, NOW.minusSeconds(60), 1, "CONFIRMED");
        expired(NOW.minusSeconds(60));

        assertThat(backlog(visibilityScope))
                .isEqualTo(new Backlog(
                        List.of(new BacklogCount("1", 1)),
                        List.of(new BacklogCount("222233334444", 1)),
                        List.of(new BacklogCount(CONTOSO, 1)),
                        List.of(),
                        1));
        assertThat(decisions(visibilityScope)).isEqualTo(NO_DECISIONS);
        assertThat(overviewQueries.expiredByWeek(PERIOD, visibilityScope)).isEmpty();
    }

    @Test
    void returnsNoRowsForEmptyTables() {
        assertThat(decisions(VisibilityScope.EVERYTHING)).isEqualTo(NO_DECISIONS);
        assertThat(backlog(VisibilityScope.EVERYTHING))
                .isEqualTo(new Backlog(List.of(), List.of(), List.of(), List.of(), 0));
        assertThat(overviewQueries.expiredByWeek(PERIOD, VisibilityScope.EVERYTHING))
                .isEmpty();
    }

    @Test
    void returnsTheTwentyLargestGroups() {
        for (int person = 0; person < 25; person++) {
            decided("p" + person, "ACCEPT", "WORKLOAD", null, NOW.minusSeconds(60), 1, "CONFIRMED");
        }
        List<DecisionStats> people = decisions(VisibilityScope.EVERYTHING).people();
        assertThat(people).hasSize(OverviewQueries.MOST);
        assertThat(decisions(VisibilityScope.EVERYTHING).owners())
                .containsExactly(new DecisionStats(null, 25, 0, Duration.ofHours(1), Duration.ofHours(1)));
    }

    private Backlog backlog(VisibilityScope visibilityScope) {
        return teamBacklog.backlog(List.of(0, 162, 168), visibilityScope, NOW);
    }

    private OverviewQueries.Decisions decisions(VisibilityScope visibilityScope) {
        return overviewQueries.decisions(PERIOD, visibilityScope);
    }

    private void pending(String account, @Nullable String owner, Instant firstSeen) {
        invitation(account, owner, firstSeen, "PENDING", null, firstSeen);
    }

    private void expired(Instant at) {
        String id = invitation("111122223333", NORTHWIND, at.minus(Duration.ofDays(7)), "GONE", "EXPIRED", at);
        entry("system", "READ", "EXPIRED", at, id, null);
    }

    private void entry(
            String actor, String action, String outcome, Instant at, String invitation, @Nullable Long decision) {
        jdbc.sql("""
                insert into audit_entry (seq, at, actor, action, outcome, invitation_id, decision_id, account_id, region,
                  resource_type, owner)
                select :seq, :at, :actor, :action, :outcome, i.invitation_id, d.id, i.account_id, i.region,
                  coalesce(d.resource_type, i.resource_type), i.shared_by
                from invitation i left join decision d on d.id = :decision where i.invitation_id = :invitation""")
                .param("seq", seq++)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("outcome", outcome)
                .param("invitation", invitation)
                .param("decision", decision)
                .update();
    }

    private String invitation(
            String account,
            @Nullable String owner,
            Instant firstSeen,
            String state,
            @Nullable String cause,
            Instant stateAt) {
        String id = String.format("%032x", next++);
        jdbc.sql("""
                insert into invitation (invitation_id, account_id, region, resource_type, shared_by, state, gone_cause,
                  first_seen_at, last_seen_at, state_at)
                values (:id, :account, 'eu-west-1', 'WORKLOAD', :owner, :state, :cause, :seen, :seen, :stateAt)""")
                .param("id", id)
                .param("account", account)
                .param("owner", owner)
                .param("state", state)
                .param("cause", cause)
                .param("seen", firstSeen.atOffset(ZoneOffset.UTC))
                .param("stateAt", stateAt.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private void decided(
            String person,
            String action,
            String type,
            @Nullable String owner,
            Instant at,
            int hoursTaken,
            String state) {
        String id = invitation("111122223333", owner, at.minus(Duration.ofHours(hoursTaken)), "ACCEPTED", null, at);
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into decision (invitation_id, account_id, region, resource_type, shared_by, action, reason, person,
                  decided_at, answered_at, state)
                values (:id, '111122223333', 'eu-west-1', :type, :owner, :action, 'Because of it', :person, :at, :at, :state)""")
                .param("id", id)
                .param("type", type)
                .param("owner", owner)
                .param("action", action)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("state", state)
                .update(key, "id");
        long decision = Objects.requireNonNull(key.getKey()).longValue();
        entry(person, action, "SENDING", at, id, decision);
        // every second one is settled by reading AWS
        boolean read = decision % 2 == 0;
        entry(read ? "system" : person, read ? "EFFECT_CHECK" : action, state, at, id, decision);
    }
}
