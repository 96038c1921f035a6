package io.countersign.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.Pages;
import io.countersign.TestDatabaseProperties;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.invitation.VisibilityScope;
import io.countersign.sync.coverage.SourceCoverage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests what the demo states and records before any user acts. */
@SpringBootTest
@TestDatabaseProperties
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import(Pages.class)
@DirtiesContext
class DemoStartTests {

    @Autowired
    Pages pages;

    @Autowired
    SourceCoverage coverage;

    @Autowired
    VerificationRepository verification;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InstantSource clock;

    @Autowired
    @Qualifier("demoHistory")
    SmartLifecycle history;

    @DynamicPropertySource
    static void simulator(DynamicPropertyRegistry properties) {
        int port = ApplicationProcess.freePort();
        properties.add("countersign.simulator.port", () -> port);
        properties.add("countersign.simulator.data", () -> "target/record/demo-" + port + ".json");
    }

    @BeforeEach
    void awaitTheFirstPollsAndTheFirstVerification() {
        Await.until(
                () -> "all sources are read: " + coverage.now(VisibilityScope.EVERYTHING),
                Duration.ofMinutes(3),
                () -> coverage.now(VisibilityScope.EVERYTHING).complete());
        Await.until(
                "the log is verified",
                Duration.ofMinutes(1),
                () -> verification.state().endedAt() != null);
    }

    @Test
    void recordsNothingUnderTheNameOfAUserWhoCanSignIn() throws Exception {
        assertThat(jdbc.sql("select name from person where enabled")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("reviewer", "lead", "ben", "mia", "auditor", "admin");
        assertThat(actors())
                .contains(AuditEntry.SYSTEM, "nadia.demo")
                .allMatch(actor -> actor.equals(AuditEntry.SYSTEM) || actor.endsWith(".demo"));
        assertThat(pages.open("/history", "auditor").body())
                .contains("its users, whose names end in .demo, are fictional and cannot sign in.");
    }

    @Test
    void recordsTheHistoryInTheOrderOfItsTimes() {
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry a join audit_entry b on b.seq = a.seq + 1 where b.at < a.at")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void containsDecisionsInEachOfTheEightWeeks() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(decisionsByDaysAgo(today).stream().map(days -> days / 7).distinct())
                .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        String table = pages.open("/lead?days=90", "lead").body();
        assertThat(table).contains("<h2 id=\"weeks-title\"").contains("nadia.demo");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT, CONFIRMED",
        "REJECT, CONFIRMED",
        "PROPOSE, COUNTERSIGNED",
        "BREAK_GLASS, OVERRIDDEN",
        "ACCEPT, WITHDRAWN",
        "ACCEPT, FAILED",
        "READ, EXPIRED",
        "READ, FAILED",
        "READ, RECOVERED",
        "ASSIGN, DONE",
        "COMMENT, DONE"
    })
    void containsEveryKindOfEvent(String action, String outcome) {
        assertThat(jdbc.sql("select count(*) from audit_entry where action = :action and outcome = :outcome")
                        .param("action", action)
                        .param("outcome", outcome)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void offersReasonTemplatesForBothDecisions() throws Exception {
        assertThat(jdbc.sql("select changed_by from reason_template")
                        .query(String.class)
                        .list())
                .hasSize(6)
                .containsOnly("elena.demo");
        assertThat(pages.open("/reasons", "lead").body())
                .contains(">Requested by our team for its next Well-Architected review.</a>")
                .contains(">No business need: no team of this account uses it.</a>");
    }

    @Test
    void createsNoHistoryAtLaterStarts() throws Exception {
        List<Long> before = entriesOfTheHistory();

        ((InitializingBean) history).afterPropertiesSet();
        history.start();

        assertThat(entriesOfTheHistory()).isNotEmpty().isEqualTo(before);
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void showsTheRealTimeAfterwards() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
    }

    /** The first poll that listed an invitation is also the start of its activities. */
    @Test
    void sawEachPendingInvitationWhenItArrived() {
        assertThat(jdbc.sql("select count(*) from invitation i where state = 'PENDING' and not exists"
                                + " (select 1 from audit_entry e where e.invitation_id = i.invitation_id"
                                + " and e.outcome = 'DISCOVERED' and e.at between i.first_seen_at"
                                + " and i.first_seen_at + interval '1' minute)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** An older poll would say that nobody read the account for days. */
    @Test
    void sawEachGoneInvitationMinutesBefore() {
        assertThat(jdbc.sql("select resource_name from invitation where state = 'GONE'")
                        .query(String.class)
                        .list())
                .hasSize(4);
        assertThat(jdbc.sql("select resource_name from invitation where state = 'GONE' and not"
                                + " (last_seen_at > first_seen_at and last_seen_at < state_at"
                                + " and last_seen_at > state_at - interval '15' minute)")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void sawEachInvitationMinutesAfterItWasSent() {
        assertThat(jdbc.sql("select resource_name from invitation where unseen_at is null"
                                + " or unseen_at < first_seen_at - interval '15' minute")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void statesWhatTheFirstVerificationCovered() throws Exception {
        long seq = verification.state().verifiedSeq();
        // entries may arrive between the checkpoint and the verification
        long covered = verification.state().checkpointSeq();
        assertThat(covered).isBetween(1L, seq);
        String page = pages.open("/history/verification", "auditor").body();
        assertThat(page)
                .contains(
                        "No tampering found in %s of ".formatted(seq == 1 ? "entry 1" : "entries 1–%,d".formatted(seq)))
                .contains("Covers entries up to")
                .doesNotContain("not vouched for");
        assertThat(page.contains("No checkpoint")).isEqualTo(covered < seq);
        assertThat(pages.open("/history", "auditor").body())
                .contains("Integrity verified up to entry %,d of ".formatted(seq));
    }

    private List<Long> decisionsByDaysAgo(LocalDate today) {
        return jdbc.sql("select decided_at from decision where state = 'CONFIRMED'")
                .query((row, number) -> ChronoUnit.DAYS.between(
                        row.getObject(1, OffsetDateTime.class).toLocalDate(), today))
                .list();
    }

    private List<Long> entriesOfTheHistory() {
        return jdbc.sql(
                        "select seq from audit_entry where actor like '%.demo' or at < now() - interval '1' hour order by seq")
                .query(Long.class)
                .list();
    }

    private List<String> actors() {
        return jdbc.sql("select distinct actor from audit_entry")
                .query(String.class)
                .list();
    }
}
