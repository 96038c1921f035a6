package io.countersign.team;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.connection.InvitationId;
import io.countersign.identity.NotYours;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.Reading;
import io.countersign.invitation.TestSightings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Taking, giving and freeing a turn, saying something, and what a change of a team does to both. */
class TurnsTests {

    private static final String NOBODY = "";

    private final Desk desk = new Desk();
    private AnnotationConfigApplicationContext context;
    private Turns turns;
    private Claims claims;
    private TeamChanges changes;
    private long team;

    @BeforeEach
    void open() {
        context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", DataSource.class, TestDatabase::migrated);
        context.registerBean(Desk.class, () -> desk);
        context.register(Wiring.class);
        context.refresh();
        turns = context.getBean(Turns.class);
        claims = context.getBean(Claims.class);
        changes = context.getBean(TeamChanges.class);
        TestSightings.on(context.getBean(DataSource.class))
                .store(new Reading(
                        RETAIL, List.of(workload(1, "ledger"), workload(2, "other")), Map.of(), desk.now, null));
        team = changes.add(retail("ann", "ben"), "admin");
        desk.events.clear();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aClaimHoldsForItsTimeAndThenCountsAsFree() {
        assertThat(turns.claim(id(1), "ann", NOBODY)).isEqualTo(TurnResult.DONE);
        assertThat(turns.claim(id(1), "ben", NOBODY)).isEqualTo(TurnResult.MOVED_ON);
        assertThat(claim()).isEqualTo(new Claim("ann", "ann", desk.now, desk.now.plusSeconds(1800)));

        desk.now = desk.now.plusSeconds(1800);
        assertThat(claims.find(id(1))).isEmpty();
        assertThat(turns.release(id(1), "ann", NOBODY)).isEqualTo(TurnResult.MOVED_ON);
        assertThat(turns.claim(id(1), "ben", NOBODY)).isEqualTo(TurnResult.DONE);
        assertThat(claim().person()).isEqualTo("ben");
    }

    @Test
    void ofManyAtTheSameMomentOneGetsItAndOneEntryTellsOfIt() throws Exception {
        changes.change(team, retail("ann", "ben", "cid", "max"), 1, "admin");
        for (InvitationId invitation : List.of(id(1), id(2), id(1))) {
            desk.now = desk.now.plusSeconds(3600);
            desk.events.clear();
            assertThat(race(invitation)).filteredOn(TurnResult.DONE::equals).hasSize(1);
            assertThat(told()).hasSize(1);
            assertThat(claims.find(invitation)).isPresent();
        }
    }

    @Test
    void whoHasTheTurnMakesItLongerReleasesItAndHandsItOver() {
        turns.claim(id(1), "ann", NOBODY);
        desk.now = desk.now.plusSeconds(600);
        turns.claim(id(1), "ann", NOBODY);
        assertThat(claim().until()).isEqualTo(desk.now.plusSeconds(1800));

        assertThat(turns.handOver(id(1), "ben", "lea")).isEqualTo(TurnResult.MOVED_ON);
        assertThat(turns.handOver(id(1), "ann", "cid")).isEqualTo(TurnResult.NOT_A_COLLEAGUE);
        assertThat(turns.handOver(id(1), "ann", "ben")).isEqualTo(TurnResult.DONE);
        assertThat(claim()).isEqualTo(new Claim("ben", "ann", desk.now, desk.now.plus(Duration.ofHours(24))));
        assertThat(turns.release(id(1), "ben", NOBODY)).isEqualTo(TurnResult.DONE);
        assertThat(claims.find(id(1))).isEmpty();
        assertThat(told())
                .containsExactly(
                        "CLAIM free → ann, until 2026-11-22T14:33:21Z",
                        "CLAIM ann → ann, until 2026-11-22T14:43:21Z",
                        "HANDOVER ann → ben, until 2026-11-23T14:13:21Z",
                        "RELEASE ben → unassigned");
    }

    @Test
    void aLeadAssignsTakesOverAndReleasesForOthers() {
        assertThat(turns.assign(id(1), "lea", "ann", NOBODY)).isEqualTo(TurnResult.DONE);
        assertThat(claim().givenBy()).isEqualTo("lea");
        assertThat(turns.assign(id(1), "lea", "ben", "cid")).isEqualTo(TurnResult.MOVED_ON);
        assertThat(turns.assign(id(1), "lea", "ben", "ann")).isEqualTo(TurnResult.DONE);
        assertThat(turns.assign(id(1), "lea", "auditor", "ben")).isEqualTo(TurnResult.NOT_A_COLLEAGUE);
        assertThat(turns.claim(id(1), "lea", "ben")).isEqualTo(TurnResult.DONE);
        assertThat(claim().person()).isEqualTo("lea");

        turns.assign(id(1), "lea", "ann", "lea");
        assertThat(turns.release(id(1), "lea", "ann")).isEqualTo(TurnResult.DONE);
        assertThat(claims.find(id(1))).isEmpty();
    }

    @Test
    void whoDoesNotLeadDoesNoneOfThat() {
        turns.claim(id(1), "ann", NOBODY);
        assertThatThrownBy(() -> turns.claim(id(1), "ben", "ann")).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> turns.release(id(1), "ben", "ann")).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> turns.assign(id(1), "ben", "ben", "ann")).isInstanceOf(NotYours.class);
        assertThat(claim().person()).isEqualTo("ann");
        assertThat(told()).hasSize(1);
    }

    @Test
    void foreignersAuditorsAndAdminsTakeNoTurnAndSayNothing() {
        Comments comments = context.getBean(Comments.class);
        for (String person : List.of("cid", "max", "auditor", "admin", "nobody")) {
            assertThatThrownBy(() -> turns.claim(id(1), person, NOBODY)).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> turns.handOver(id(1), person, "ann")).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> turns.assign(id(1), person, "ann", NOBODY)).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> turns.release(id(1), person, NOBODY)).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> comments.say(id(1), person, "me too")).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> comments.seen(id(1), person)).isInstanceOf(NotYours.class);
        }
        assertThat(desk.events).isEmpty();
    }

    @Test
    void whatWaitsForNobodyIsNobodysTurn() {
        Invitations invitations = context.getBean(Invitations.class);
        invitations.open(id(1), 7, 0, desk.now);
        assertThat(turns.claim(id(1), "ann", NOBODY)).isEqualTo(TurnResult.NOT_PENDING);
        assertThat(claims.find(id(1))).isEmpty();
    }

    @Test
    void noEntryNoClaim() {
        desk.recordFails = true;
        assertThatThrownBy(() -> turns.claim(id(1), "ann", NOBODY)).hasMessageContaining("record");
        assertThat(claims.find(id(1))).isEmpty();
    }

    @Test
    void aCommentNamesThoseWhoDecideItAndAnsweringIsHavingSeenIt() {
        Comments comments = context.getBean(Comments.class);
        Remarks remarks = context.getBean(Remarks.class);
        Comments.Named said = comments.say(id(1), "ann", "<b>@ben</b>, @lea. @ann @cid @nobody. mail ben@example.com");
        List<String> named = said.people();
        assertThat(said.unknown()).containsExactly("cid", "nobody");
        assertThat(named).containsExactly("ben", "lea");
        assertThat(remarks.naming("ben", List.of(id(1), id(2)))).containsOnlyKeys(id(1));
        assertThat(remarks.naming("cid", List.of(id(1)))).isEmpty();

        comments.say(id(1), "ben", "Fine for me");
        assertThat(remarks.naming("ben", List.of(id(1)))).isEmpty();
        comments.seen(id(1), "lea");
        assertThat(remarks.naming("lea", List.of(id(1)))).isEmpty();
        assertThat(remarks.of(id(1))).extracting(Comment::person).containsExactly("ann", "ben");
        assertThat(told()).containsExactly("COMMENT to ben, lea", "COMMENT null");
    }

    @Test
    void whoeverLeavesATeamKeepsNobodyWaiting() {
        turns.claim(id(1), "ann", NOBODY);
        turns.claim(id(2), "ben", NOBODY);
        desk.events.clear();
        assertThat(changes.change(team, retail("ben"), 1, "admin")).isEqualTo(TeamChanges.Edit.DONE);
        assertThat(claims.find(id(1))).isEmpty();
        assertThat(claims.find(id(2))).isPresent();
        assertThat(told()).containsExactly("RELEASE ann → unassigned, because ann can no longer decide it");
        assertThatThrownBy(() -> turns.claim(id(1), "ann", NOBODY)).isInstanceOf(NotYours.class);
    }

    @Test
    void aChangeOfATeamTellsOldAndNewAndAnOvertakenOneChangesNothing() {
        Team other = TestTeams.of(
                "Shops", Map.of("ann", "LEAD", "ben", "REVIEWER"), Map.of("111122223333", List.of("eu-west-1")));
        assertThat(changes.change(team, other, 1, "admin")).isEqualTo(TeamChanges.Edit.DONE);
        assertThat(changes.change(team, retail("cid"), 1, "admin")).isEqualTo(TeamChanges.Edit.OVERTAKEN);
        assertThat(changes.change(team, other, 1, "admin")).isEqualTo(TeamChanges.Edit.DONE);
        assertThat(changes.change(99, other, 1, "admin")).isEqualTo(TeamChanges.Edit.GONE);
        changes.remove(team, "admin");
        assertThat(desk.events.stream()
                        .filter(TeamChanged.class::isInstance)
                        .map(event -> String.join("", ((TeamChanged) event).texts())))
                .containsExactly(
                        "team Shops changed\nname: Retail → Shops\nann: REVIEWER → LEAD\nlea: LEAD → none"
                                + "\n111122223333: all Regions → eu-west-1",
                        "team Shops removed\nname: Shops → none\nann: LEAD → none\nben: REVIEWER → none"
                                + "\n111122223333: eu-west-1 → none");
    }

    @Test
    void leadsKeepTheMembersOfTheirOwnTeamAlone() {
        Map<String, TeamRole> members = Map.of("lea", TeamRole.LEAD, "cid", TeamRole.REVIEWER);
        for (String person : List.of("ann", "max", "admin")) {
            assertThatThrownBy(() -> changes.changeMembers(team, members, 1, person))
                    .isInstanceOf(NotYours.class);
        }
        assertThat(changes.changeMembers(team, members, 1, "lea")).isEqualTo(TeamChanges.Edit.DONE);
        assertThat(turns.claim(id(1), "cid", NOBODY)).isEqualTo(TurnResult.DONE);
    }

    private List<TurnResult> race(InvitationId invitation) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(5);
        try {
            List<Callable<TurnResult>> wishes = new ArrayList<>();
            // each once: to claim one's own claim again is no loss
            for (String person : List.of("ann", "ben", "lea", "cid", "max")) {
                wishes.add(() -> turns.claim(invitation, person, NOBODY));
            }
            List<TurnResult> results = new ArrayList<>();
            for (Future<TurnResult> each : crowd.invokeAll(wishes)) {
                results.add(each.get());
            }
            return results;
        } finally {
            crowd.shutdownNow();
        }
    }

    private static Team retail(String... reviewers) {
        Map<String, String> members = new java.util.HashMap<>(Map.of("lea", "LEAD"));
        List.of(reviewers).forEach(person -> members.put(person, "REVIEWER"));
        return TestTeams.of("Retail", members, Map.of("111122223333", List.of()));
    }

    private Claim claim() {
        return claims.find(id(1)).orElseThrow();
    }

    private List<String> told() {
        return desk.events.stream()
                .filter(TurnMoved.class::isInstance)
                .map(TurnMoved.class::cast)
                .map(event -> event.move() + " " + event.words())
                .toList();
    }

    /** The clock and the record. */
    static final class Desk {
        final List<Object> events = Collections.synchronizedList(new ArrayList<>());
        volatile Instant now = Instant.parse("2026-11-22T14:03:21.600Z");
        volatile boolean recordFails;

        @EventListener({TurnMoved.class, TeamChanged.class, DelegationChanged.class})
        void record(Object event) {
            if (recordFails) {
                throw new IllegalStateException("the record cannot be written");
            }
            events.add(event);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({
        Invitations.class,
        Teams.class,
        Memberships.class,
        Claims.class,
        Delegations.class,
        StandIns.class,
        DelegationChanges.class,
        Remarks.class,
        Standings.class,
        Colleagues.class,
        TurnPanels.class,
        ReviewerAccess.class,
        Admission.class,
        Turns.class,
        Comments.class,
        StrayClaims.class,
        TeamChanges.class
    })
    static class Wiring {
        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        NamedParameterJdbcTemplate named(DataSource dataSource) {
            return new NamedParameterJdbcTemplate(dataSource);
        }

        @Bean
        JdbcTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TestTeams people(DataSource dataSource, InstantSource clock) {
            return new TestTeams(dataSource, clock);
        }

        @Bean
        TeamProperties times() {
            return new TeamProperties(Duration.ofMinutes(30), Duration.ofHours(24));
        }

        @Bean
        DelegationProperties delegation() {
            return new DelegationProperties(true);
        }

        @Bean
        MessageSource messageSource() {
            StaticMessageSource words = new StaticMessageSource();
            words.setUseCodeAsDefaultMessage(true);
            return words;
        }

        @Bean
        InstantSource clock(Desk desk) {
            return () -> desk.now;
        }
    }
}
