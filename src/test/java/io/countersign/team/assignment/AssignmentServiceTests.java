package io.countersign.team.assignment;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.WaitingTransaction;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditLog;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.connection.InvitationId;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.invitation.queue.BadgeMatcher;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollResult;
import io.countersign.invitation.update.TestInvitationUpdater;
import io.countersign.team.Claim;
import io.countersign.team.Comment;
import io.countersign.team.DelegationProperties;
import io.countersign.team.Team;
import io.countersign.team.TeamProperties;
import io.countersign.team.TeamRole;
import io.countersign.team.access.ActiveDelegations;
import io.countersign.team.access.AssignableColleagues;
import io.countersign.team.access.AssignmentPanelAssembler;
import io.countersign.team.access.EligibleReviewers;
import io.countersign.team.access.InvitationAccessGuard;
import io.countersign.team.access.ReviewerAccess;
import io.countersign.team.access.ReviewerContextResolver;
import io.countersign.team.access.VisibilityResolver;
import io.countersign.team.comment.CommentService;
import io.countersign.team.delegation.DelegationService;
import io.countersign.team.persistence.ClaimRepository;
import io.countersign.team.persistence.CommentRepository;
import io.countersign.team.persistence.DelegationRepository;
import io.countersign.team.persistence.MembershipRepository;
import io.countersign.team.persistence.PersonalWorkRepository;
import io.countersign.team.persistence.ReviewFactsRepository;
import io.countersign.team.persistence.TeamRepository;
import io.countersign.team.persistence.TestTeams;
import io.countersign.team.web.TeamService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Checks claims, assignments, releases and comments, and the effect of team changes on them. */
class AssignmentServiceTests {

    private static final String UNASSIGNED = "";

    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private volatile Instant now = Instant.parse("2026-11-22T14:03:21.600Z");
    private AnnotationConfigApplicationContext context;
    private AssignmentService assignmentService;
    private ClaimRepository claimRepository;
    private TeamService teamService;
    private long team;

    @BeforeEach
    void open() {
        context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", DataSource.class, TestDatabase::migrated);
        context.registerBean(AuditLog.class, () -> auditLog);
        context.registerBean(InstantSource.class, () -> (InstantSource) () -> now);
        context.register(Wiring.class);
        context.refresh();
        assignmentService = context.getBean(AssignmentService.class);
        claimRepository = context.getBean(ClaimRepository.class);
        teamService = context.getBean(TeamService.class);
        TestInvitationUpdater.on(context.getBean(DataSource.class))
                .store(new PollResult(
                        RETAIL, List.of(workload(1, "ledger"), workload(2, "other")), Map.of(), now, null));
        team = teamService.add(retail("ann", "ben"), "admin");
        auditLog.entries.clear();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void expiresClaims() {
        assertThat(assignmentService.claim(id(1), "ann", UNASSIGNED)).isEqualTo(AssignmentResult.DONE);
        assertThat(assignmentService.claim(id(1), "ben", UNASSIGNED)).isEqualTo(AssignmentResult.MOVED_ON);
        assertThat(claim()).isEqualTo(new Claim("ann", "ann", now, now.plusSeconds(1800)));

        now = now.plusSeconds(1800);
        assertThat(claim(id(1))).isEmpty();
        assertThat(assignmentService.release(id(1), "ann", UNASSIGNED)).isEqualTo(AssignmentResult.MOVED_ON);
        assertThat(assignmentService.claim(id(1), "ben", UNASSIGNED)).isEqualTo(AssignmentResult.DONE);
        assertThat(claim().person()).isEqualTo("ben");
    }

    @Test
    void letsOneOfManySimultaneousClaimsSucceedAndRecordsOne() throws Exception {
        teamService.change(team, retail("ann", "ben", "cid", "max"), 1, "admin");
        for (InvitationId invitation : List.of(id(1), id(2), id(1))) {
            now = now.plusSeconds(3600);
            auditLog.entries.clear();
            assertThat(race(invitation))
                    .filteredOn(AssignmentResult.DONE::equals)
                    .hasSize(1);
            assertThat(assignmentChanges()).hasSize(1);
            assertThat(claim(invitation)).isPresent();
        }
    }

    @Test
    void letsTheAssigneeRenewReleaseAndHandOver() {
        assignmentService.claim(id(1), "ann", UNASSIGNED);
        now = now.plusSeconds(600);
        assignmentService.claim(id(1), "ann", UNASSIGNED);
        assertThat(claim().until()).isEqualTo(now.plusSeconds(1800));

        assertThat(assignmentService.handOver(id(1), "ben", "lea")).isEqualTo(AssignmentResult.MOVED_ON);
        assertThat(assignmentService.handOver(id(1), "ann", "cid")).isEqualTo(AssignmentResult.NOT_A_COLLEAGUE);
        assertThat(assignmentService.handOver(id(1), "ann", "ben")).isEqualTo(AssignmentResult.DONE);
        assertThat(claim()).isEqualTo(new Claim("ben", "ann", now, now.plus(Duration.ofHours(24))));
        assertThat(assignmentService.release(id(1), "ben", UNASSIGNED)).isEqualTo(AssignmentResult.DONE);
        assertThat(claim(id(1))).isEmpty();
        assertThat(assignmentChanges())
                .containsExactly(
                        "CLAIM free → ann, until 2026-11-22T14:33:21Z",
                        "CLAIM ann → ann, until 2026-11-22T14:43:21Z",
                        "HANDOVER ann → ben, until 2026-11-23T14:13:21Z",
                        "RELEASE ben → unassigned");
    }

    @Test
    void letsALeadAssignTakeOverAndReleaseForOthers() {
        assertThat(assignmentService.assign(id(1), "lea", "ann", UNASSIGNED)).isEqualTo(AssignmentResult.DONE);
        assertThat(claim().givenBy()).isEqualTo("lea");
        assertThat(assignmentService.assign(id(1), "lea", "ben", "cid")).isEqualTo(AssignmentResult.MOVED_ON);
        assertThat(assignmentService.assign(id(1), "lea", "ben", "ann")).isEqualTo(AssignmentResult.DONE);
        assertThat(assignmentService.assign(id(1), "lea", "auditor", "ben"))
                .isEqualTo(AssignmentResult.NOT_A_COLLEAGUE);
        assertThat(assignmentService.claim(id(1), "lea", "ben")).isEqualTo(AssignmentResult.DONE);
        assertThat(claim().person()).isEqualTo("lea");

        assignmentService.assign(id(1), "lea", "ann", "lea");
        assertThat(assignmentService.release(id(1), "lea", "ann")).isEqualTo(AssignmentResult.DONE);
        assertThat(claim(id(1))).isEmpty();
    }

    @Test
    void assignsNoneOfManyIfOneWasNeverListed() {
        Map<InvitationId, String> seen = new LinkedHashMap<>();
        seen.put(id(1), UNASSIGNED);
        seen.put(id(99), UNASSIGNED);
        assertThatThrownBy(() -> context.getBean(BulkAssignmentService.class).assign(seen, List.of("ann"), "lea"))
                .hasMessageContaining("No invitation with the ID " + id(99));
        assertThat(claimRepository.all()).isEmpty();
    }

    @Test
    void assignsManyInTurnAndReportsEachFailure() {
        BulkAssignmentService bulk = context.getBean(BulkAssignmentService.class);
        InvitationUpdater invitations = TestInvitationUpdater.on(context.getBean(DataSource.class));
        invitations.store(new PollResult(
                RETAIL,
                IntStream.rangeClosed(1, 6)
                        .mapToObj(number -> workload(number, "w" + number))
                        .toList(),
                Map.of(),
                now,
                null));
        invitations.store(new PollResult(LOGISTICS, List.of(workload(7, "of another team")), Map.of(), now, null));
        assignmentService.claim(id(5), "ben", UNASSIGNED);
        context.getBean(JdbcClient.class)
                .sql("update invitation set state = 'REJECTED' where invitation_id = :id")
                .param("id", id(6).value())
                .update();
        auditLog.entries.clear();

        List<String> byLoad = bulk.byLoad(List.of("ben", "ann"));
        assertThat(byLoad).containsExactly("ann", "ben");
        Map<InvitationId, String> seen = new LinkedHashMap<>();
        IntStream.rangeClosed(1, 7).forEach(number -> seen.put(id(number), UNASSIGNED));
        Map<InvitationId, BulkAssignmentService.Outcome> outcomes = bulk.assign(seen, byLoad, "lea");
        assertThat(outcomes.values())
                .extracting(BulkAssignmentService.Outcome::result)
                .containsExactly(
                        AssignmentResult.DONE,
                        AssignmentResult.DONE,
                        AssignmentResult.DONE,
                        AssignmentResult.DONE,
                        AssignmentResult.MOVED_ON,
                        AssignmentResult.NOT_PENDING,
                        AssignmentResult.NOT_YOURS);
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(number -> claim(id(number)).orElseThrow().person()))
                .containsExactly("ann", "ben", "ann", "ben", "ben");
        assertThat(outcomes.values())
                .filteredOn(BulkAssignmentService.Outcome::done)
                .extracting(BulkAssignmentService.Outcome::person)
                .containsExactly("ann", "ben", "ann", "ben");
        assertThat(assignmentChanges()).hasSize(4).allMatch(change -> change.startsWith("ASSIGN free → "));
        assertThat(context.getBean(AssignableColleagues.class).of("lea")).containsExactly("ann", "ben", "lea");
        assertThat(context.getBean(AssignableColleagues.class).of("ann")).isEmpty();
    }

    @Test
    void refusesTheActionsOfLeadsToOtherUsers() {
        assignmentService.claim(id(1), "ann", UNASSIGNED);
        assertThatThrownBy(() -> assignmentService.claim(id(1), "ben", "ann"))
                .isInstanceOf(InvitationAccessDeniedException.class);
        assertThatThrownBy(() -> assignmentService.release(id(1), "ben", "ann"))
                .isInstanceOf(InvitationAccessDeniedException.class);
        assertThatThrownBy(() -> assignmentService.assign(id(1), "ben", "ben", "ann"))
                .isInstanceOf(InvitationAccessDeniedException.class);
        assertThat(claim().person()).isEqualTo("ann");
        assertThat(assignmentChanges()).hasSize(1);
    }

    @Test
    void refusesAssignmentsAndCommentsByUsersWhoCannotDecide() {
        CommentService commentService = context.getBean(CommentService.class);
        for (String person : List.of("cid", "max", "auditor", "admin", "nobody")) {
            assertThatThrownBy(() -> assignmentService.claim(id(1), person, UNASSIGNED))
                    .isInstanceOf(InvitationAccessDeniedException.class);
            assertThatThrownBy(() -> assignmentService.handOver(id(1), person, "ann"))
                    .isInstanceOf(InvitationAccessDeniedException.class);
            assertThatThrownBy(() -> assignmentService.assign(id(1), person, "ann", UNASSIGNED))
                    .isInstanceOf(InvitationAccessDeniedException.class);
            assertThatThrownBy(() -> assignmentService.release(id(1), person, UNASSIGNED))
                    .isInstanceOf(InvitationAccessDeniedException.class);
            assertThatThrownBy(() -> commentService.say(id(1), person, "me too"))
                    .isInstanceOf(InvitationAccessDeniedException.class);
            assertThatThrownBy(() -> commentService.seen(id(1), person))
                    .isInstanceOf(InvitationAccessDeniedException.class);
        }
        assertThat(auditLog.entries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesClaimsOfInvitationsThatAreBeingDecidedOrWhoseDecisionIsOnHold(boolean held) {
        OpenDecisionRepository openDecisions = context.getBean(OpenDecisionRepository.class);
        openDecisions.open(id(1), 7, 0, now);
        context.getBean(JdbcClient.class)
                .sql("update invitation set held = :held where invitation_id = :id")
                .param("held", held)
                .param("id", id(1).value())
                .update();
        assertThat(assignmentService.claim(id(1), "ann", UNASSIGNED)).isEqualTo(AssignmentResult.NOT_PENDING);
        assertThat(claim(id(1))).isEmpty();
    }

    @Test
    void storesNoClaimWithoutAnAuditEntry() {
        auditLog.failing = true;
        assertThatThrownBy(() -> assignmentService.claim(id(1), "ann", UNASSIGNED))
                .hasMessage("the audit entry cannot be written");
        assertThat(claim(id(1))).isEmpty();
    }

    @Test
    void mentionsDecidersUntilTheyAnswer() {
        CommentService commentService = context.getBean(CommentService.class);
        CommentRepository commentRepository = context.getBean(CommentRepository.class);
        CommentService.Named mentions =
                commentService.say(id(1), "ann", "<b>@ben</b>, @lea. @ann @cid @nobody. mail ben@example.com");
        List<String> named = mentions.people();
        assertThat(mentions.excluded()).containsExactly("cid");
        assertThat(mentions.unknown()).containsExactly("nobody");
        assertThat(named).containsExactly("ben", "lea");
        assertThat(claimRepository.assigned(List.of(id(1), id(2)), "ben")).containsOnlyKeys(id(1));
        assertThat(claimRepository.assigned(List.of(id(1)), "cid")).isEmpty();

        commentService.say(id(1), "ben", "Fine for me");
        assertThat(claimRepository.assigned(List.of(id(1)), "ben")).isEmpty();
        commentService.seen(id(1), "lea");
        assertThat(claimRepository.assigned(List.of(id(1)), "lea")).isEmpty();
        assertThat(commentRepository.of(id(1))).extracting(Comment::person).containsExactly("ann", "ben");
        assertThat(assignmentChanges()).containsExactly("COMMENT to ben, lea", "COMMENT null");
    }

    @Test
    void releasesTheClaimsOfUsersWhoLeaveATeam() {
        assignmentService.claim(id(1), "ann", UNASSIGNED);
        assignmentService.claim(id(2), "ben", UNASSIGNED);
        auditLog.entries.clear();
        assertThat(teamService.change(team, retail("ben"), 1, "admin")).isTrue();
        assertThat(claim(id(1))).isEmpty();
        assertThat(claim(id(2))).isPresent();
        assertThat(assignmentChanges())
                .containsExactly("RELEASE ann → unassigned, because ann can no longer decide it");
        assertThatThrownBy(() -> assignmentService.claim(id(1), "ann", UNASSIGNED))
                .isInstanceOf(InvitationAccessDeniedException.class);
    }

    @Test
    void recordsOldAndNewValuesAndRefusesConflictingChanges() {
        Team other = TestTeams.of(
                "Shops", Map.of("ann", "LEAD", "ben", "REVIEWER"), Map.of("111122223333", List.of("eu-west-1")));
        assertThat(teamService.change(team, other, 1, "admin")).isTrue();
        assertThat(teamService.change(team, retail("cid"), 1, "admin")).isFalse();
        assertThat(teamService.change(team, other, 1, "admin")).isTrue();
        assertThat(teamService.change(99, other, 1, "admin")).isFalse();
        teamService.remove(team, "admin");
        assertThat(auditLog.messages())
                .containsExactly(
                        "team Shops changed\nname: Retail → Shops\nann: REVIEWER → LEAD\nlea: LEAD → none"
                                + "\n111122223333: all Regions → eu-west-1",
                        "team Shops removed\nname: Shops → none\nann: LEAD → none\nben: REVIEWER → none"
                                + "\n111122223333: eu-west-1 → none");
    }

    @Test
    void letsLeadsChangeOnlyTheMembersOfTheirOwnTeam() {
        Map<String, TeamRole> members = Map.of("lea", TeamRole.LEAD, "cid", TeamRole.REVIEWER);
        for (String person : List.of("ann", "max", "admin")) {
            assertThatThrownBy(() -> teamService.changeMembers(team, members, 1, person))
                    .isInstanceOf(InvitationAccessDeniedException.class);
        }
        assertThat(teamService.changeMembers(team, members, 1, "lea")).isTrue();
        assertThat(assignmentService.claim(id(1), "cid", UNASSIGNED)).isEqualTo(AssignmentResult.DONE);
    }

    @Test
    void recordsTheOldValuesOfAChangeThatWaitedForAnother() {
        Supplier<Boolean> second = () -> teamService.change(team, retail("ann", "ben"), 2, "admin");
        assertThat(after(() -> teamService.change(team, retail("ann"), 1, "admin"), second)
                        .join())
                .isTrue();
        assertThat(auditLog.messages())
                .containsExactly(
                        "team Retail changed\nben: REVIEWER → none", "team Retail changed\nben: none → REVIEWER");
    }

    @Test
    void refusesALeadWhomAnotherChangeJustRemoved() {
        Team withoutLea = TestTeams.of("Retail", Map.of("ann", "LEAD"), Map.of("111122223333", List.of()));
        assertThat(after(
                        () -> teamService.change(team, withoutLea, 1, "admin"),
                        () -> teamService.changeMembers(team, Map.of("lea", TeamRole.LEAD), 2, "lea")))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(InvitationAccessDeniedException.class);
    }

    @Test
    void removesATeamWithTheValuesThatItHasThen() {
        after(() -> teamService.change(team, retail("ann"), 1, "admin"), () -> {
                    teamService.remove(team, "admin");
                    return "";
                })
                .join();
        assertThat(auditLog.messages())
                .last()
                .isEqualTo("team Retail removed\nname: Retail → none\nann: REVIEWER → none\nlea: LEAD → none"
                        + "\n111122223333: all Regions → none");
    }

    @Test
    void refusesTheNameOfATeamThatAnEqualRequestJustAdded() {
        Team logistics = TestTeams.of("Logistics", Map.of("ann", "LEAD"), Map.of());
        Team upperCase = TestTeams.of("LOGISTICS", Map.of("ann", "LEAD"), Map.of());
        for (Supplier<?> second : List.<Supplier<?>>of(
                () -> teamService.add(logistics, "admin"),
                () -> teamService.add(upperCase, "admin"),
                () -> teamService.change(team, logistics, 1, "admin"))) {
            context.getBean(JdbcClient.class)
                    .sql("delete from team where id <> :id")
                    .param("id", team)
                    .update();
            assertThat(after(() -> teamService.add(logistics, "admin"), second))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .satisfies(refused ->
                            assertThat(refused.getClass().getSimpleName()).isEqualTo("TeamNameTakenException"));
        }
    }

    @Test
    void storesACommentOnceThatIsSentTwiceAtOnce() {
        CommentService comments = context.getBean(CommentService.class);
        CommentRepository stored = context.getBean(CommentRepository.class);
        assertThat(after(
                                () -> comments.say(id(1), "ann", "@ben please look"),
                                () -> comments.say(id(1), "ann", "@ben please look"))
                        .join()
                        .people())
                .containsExactly("ben");
        assertThat(stored.of(id(1))).hasSize(1);
        assertThat(assignmentChanges()).containsExactly("COMMENT to ben");

        comments.say(id(2), "ann", "@ben please look");
        comments.say(id(1), "ben", "@ben please look");
        now = now.plusSeconds(11);
        comments.say(id(1), "ann", "@ben please look");
        assertThat(stored.of(id(1))).extracting(Comment::person).containsExactly("ann", "ben", "ann");
        assertThat(stored.of(id(2))).hasSize(1);
    }

    private <T> CompletableFuture<T> after(Runnable first, Supplier<T> second) {
        return WaitingTransaction.after(context.getBean(DataSource.class), first, second);
    }

    private List<AssignmentResult> race(InvitationId invitation) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(5);
        try {
            List<Callable<AssignmentResult>> claims = new ArrayList<>();
            // Counts each user once, because renewing a claim also succeeds.
            for (String person : List.of("ann", "ben", "lea", "cid", "max")) {
                claims.add(() -> assignmentService.claim(invitation, person, UNASSIGNED));
            }
            List<AssignmentResult> results = new ArrayList<>();
            for (Future<AssignmentResult> each : executor.invokeAll(claims)) {
                results.add(each.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Team retail(String... reviewers) {
        Map<String, String> members = new java.util.HashMap<>(Map.of("lea", "LEAD"));
        List.of(reviewers).forEach(person -> members.put(person, "REVIEWER"));
        return TestTeams.of("Retail", members, Map.of("111122223333", List.of()));
    }

    private Claim claim() {
        return claim(id(1)).orElseThrow();
    }

    private Optional<Claim> claim(InvitationId id) {
        return Optional.ofNullable(claimRepository.all().get(id));
    }

    private List<String> assignmentChanges() {
        return auditLog.entries.stream()
                .filter(entry -> entry.action() != AuditAction.TEAM_CHANGED)
                .map(entry -> entry.action() + " " + entry.message())
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({
        InvitationRepository.class,
        OpenDecisionRepository.class,
        TeamRepository.class,
        MembershipRepository.class,
        ClaimRepository.class,
        ReviewFactsRepository.class,
        DelegationRepository.class,
        ActiveDelegations.class,
        DelegationService.class,
        CommentRepository.class,
        VisibilityResolver.class,
        ReviewerContextResolver.class,
        EligibleReviewers.class,
        AssignmentPanelAssembler.class,
        PersonalWorkRepository.class,
        AssignableColleagues.class,
        ReviewerAccess.class,
        InvitationAccessGuard.class,
        AssignmentService.class,
        BulkAssignmentService.class,
        CommentService.class,
        StaleClaimCleaner.class,
        TeamService.class
    })
    static class Wiring {
        @Bean
        BadgeMatcher badges() {
            return new BadgeMatcher(null, null);
        }

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
            return new TeamProperties(Duration.ofMinutes(30), Duration.ofHours(24), null);
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
    }
}
