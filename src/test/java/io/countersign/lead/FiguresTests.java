package io.countersign.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.invitation.Scope;
import io.countersign.invitation.Waited;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FiguresTests {

    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final Period PERIOD = Period.parse("30", NOW);
    private static final String NORTHWIND = "555566667777";
    private static final String CONTOSO = "999988887777";

    private JdbcClient jdbc;
    private Figures figures;
    private int next = 1;

    @BeforeEach
    void fill() {
        DataSource tables = TestDatabase.migrated();
        jdbc = JdbcClient.create(tables);
        figures = new Figures(jdbc);
    }

    @Test
    void countsWhatWaitsByTimeAndByWhomItConcerns() {
        pending("111122223333", NORTHWIND, Instant.now().minus(Duration.ofHours(1)));
        pending("111122223333", CONTOSO, Instant.now().minus(Duration.ofHours(163)));
        pending("222233334444", NORTHWIND, Instant.now().minus(Duration.ofHours(163)));
        pending("222233334444", null, Instant.now().minus(Duration.ofHours(200)));
        invitation("222233334444", NORTHWIND, Instant.now(), "REJECTED", null, Instant.now());

        assertThat(figures.waiting(new Waited(162, 168), Scope.EVERYTHING)).isEqualTo(2);
        assertThat(figures.waiting(new Waited(168, null), Scope.EVERYTHING)).isEqualTo(1);
        assertThat(figures.waiting(new Waited(0, 24), Scope.EVERYTHING)).isEqualTo(1);
        assertThat(figures.waitingByAccount(Scope.EVERYTHING))
                .containsExactly(new Waiting("111122223333", 2), new Waiting("222233334444", 2));
        assertThat(figures.waitingByOwner(Scope.EVERYTHING))
                .containsExactly(new Waiting(NORTHWIND, 2), new Waiting(CONTOSO, 1));
    }

    @Test
    void countsOnWhomAndOnWhichTeamItWaits() {
        Instant seen = NOW.minus(Duration.ofHours(1));
        claim(invitation("111122223333", NORTHWIND, seen, "PENDING", null, seen), "ann", NOW.plusSeconds(60));
        claim(invitation("111122223333", NORTHWIND, seen, "PENDING", null, seen), "ann", NOW.plusSeconds(60));
        claim(invitation("222233334444", NORTHWIND, seen, "PENDING", null, seen), "ben", NOW.plusSeconds(60));
        claim(invitation("222233334444", NORTHWIND, seen, "PENDING", null, seen), "cid", NOW);
        claim(invitation("222233334444", NORTHWIND, seen, "REJECTED", null, seen), "ben", NOW.plusSeconds(60));
        team(1, "Retail", "111122223333", "", "eu-west-1");
        team(2, "Europe", "222233334444", "eu-west-1");
        team(3, "America", "222233334444", "us-east-1");

        assertThat(figures.waitingByPerson(Scope.EVERYTHING, NOW))
                .containsExactly(new Waiting("ann", 2), new Waiting("ben", 1));
        assertThat(figures.waitingByTeam(Scope.EVERYTHING))
                .containsExactly(new Waiting("Europe", 2), new Waiting("Retail", 2));
        assertThat(figures.free(Scope.EVERYTHING)).isEqualTo(4);
        Scope scope = new Scope("account_id = :mine", Map.of(), Map.of("mine", "111122223333"), false);
        assertThat(figures.waitingByPerson(scope, NOW)).containsExactly(new Waiting("ann", 2));
        assertThat(figures.waitingByTeam(scope)).containsExactly(new Waiting("Retail", 2));
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
    void countsConfirmedDecisionsAndHowLongTheyTook() {
        for (int hours = 1; hours <= 10; hours++) {
            decided("lead", "ACCEPT", "WORKLOAD", NORTHWIND, NOW.minus(Duration.ofDays(2)), hours, "CONFIRMED");
        }
        decided("reviewer", "REJECT", "LENS", CONTOSO, NOW.minus(Duration.ofDays(2)), 20, "CONFIRMED");
        decided("reviewer", "REJECT", "LENS", CONTOSO, NOW.minus(Duration.ofDays(2)), 20, "FAILED");
        decided("reviewer", "REJECT", "LENS", CONTOSO, NOW.minus(Duration.ofDays(31)), 20, "CONFIRMED");

        assertThat(figures.decided(PERIOD, Scope.EVERYTHING))
                .containsExactly(new Decided("CONFIRMED", 10, 1, Duration.ofHours(6), Duration.ofHours(10)));
        assertThat(figures.decidedByPerson(PERIOD, Scope.EVERYTHING))
                .containsExactly(
                        new Decided("lead", 10, 0, Duration.ofMinutes(330), Duration.ofMinutes(546)),
                        new Decided("reviewer", 0, 1, Duration.ofHours(20), Duration.ofHours(20)));
        assertThat(figures.decidedByType(PERIOD, Scope.EVERYTHING))
                .extracting(Decided::key)
                .containsExactly("WORKLOAD", "LENS");
        assertThat(figures.decidedByOwner(PERIOD, Scope.EVERYTHING))
                .extracting(Decided::key)
                .containsExactly(NORTHWIND, CONTOSO);
        assertThat(figures.decidedByPerson(Period.parse("90", NOW), Scope.EVERYTHING))
                .extracting(Decided::rejected)
                .containsExactly(0L, 2L);
    }

    /** Sunday's last second and Monday's first are different weeks, wherever the database stands. */
    @Test
    void weeksBeginOnMondayInUtc() {
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

        assertThat(figures.decidedByWeek(PERIOD, Scope.EVERYTHING))
                .containsOnlyKeys(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23))
                .hasEntrySatisfying(LocalDate.of(2026, 11, 23), week -> assertThat(week.median())
                        .isEqualTo(Duration.ofHours(3)));
        assertThat(figures.expiredByWeek(PERIOD, Scope.EVERYTHING))
                .containsEntry(LocalDate.of(2026, 11, 16), 1L)
                .containsEntry(LocalDate.of(2026, 11, 23), 1L)
                .hasSize(2);
    }

    @Test
    void countsNoFurtherThanTheScopeReaches() {
        Scope scope = new Scope("account_id = :mine", Map.of(), Map.of("mine", "222233334444"), false);
        pending("111122223333", NORTHWIND, Instant.now());
        pending("222233334444", CONTOSO, Instant.now());
        decided("lead", "ACCEPT", "WORKLOAD", NORTHWIND, NOW.minusSeconds(60), 1, "CONFIRMED");
        expired(NOW.minusSeconds(60));

        assertThat(figures.waiting(new Waited(0, null), scope)).isEqualTo(1);
        assertThat(figures.waitingByAccount(scope)).containsExactly(new Waiting("222233334444", 1));
        assertThat(figures.waitingByOwner(scope)).containsExactly(new Waiting(CONTOSO, 1));
        assertThat(figures.decided(PERIOD, scope)).isEmpty();
        assertThat(figures.decidedByWeek(PERIOD, scope)).isEmpty();
        assertThat(figures.expiredByWeek(PERIOD, scope)).isEmpty();
    }

    @Test
    void nothingIsNothing() {
        assertThat(figures.decided(PERIOD, Scope.EVERYTHING)).isEmpty();
        assertThat(figures.waitingByAccount(Scope.EVERYTHING)).isEmpty();
        assertThat(figures.expiredByWeek(PERIOD, Scope.EVERYTHING)).isEmpty();
        assertThat(figures.waiting(new Waited(0, null), Scope.EVERYTHING)).isZero();
    }

    @Test
    void showsTheTwentyWithMost() {
        for (int person = 0; person < 25; person++) {
            decided("p" + person, "ACCEPT", "WORKLOAD", null, NOW.minusSeconds(60), 1, "CONFIRMED");
        }
        List<Decided> people = figures.decidedByPerson(PERIOD, Scope.EVERYTHING);
        assertThat(people).hasSize(Figures.MOST);
        assertThat(figures.decidedByOwner(PERIOD, Scope.EVERYTHING))
                .containsExactly(new Decided(null, 25, 0, Duration.ofHours(1), Duration.ofHours(1)));
    }

    private void pending(String account, @Nullable String owner, Instant firstSeen) {
        invitation(account, owner, firstSeen, "PENDING", null, firstSeen);
    }

    private void expired(Instant at) {
        invitation("111122223333", NORTHWIND, at.minus(Duration.ofDays(7)), "GONE", "EXPIRED", at);
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
                .update();
    }
}
