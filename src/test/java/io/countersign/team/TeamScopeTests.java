package io.countersign.team;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.lens;
import static io.countersign.invitation.Listings.source;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.PendingSummary;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueNeighborRepository;
import io.countersign.invitation.queue.QueueRepository;
import io.countersign.invitation.queue.QueueState;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollResult;
import io.countersign.invitation.update.TestInvitationUpdater;
import io.countersign.invitation.view.TestInvitations;
import io.countersign.team.access.ReviewerAccess;
import io.countersign.team.persistence.TestTeams;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the visibility scope of users in every query of the queue. */
class TeamScopeTests {

    private static final Source RETAIL_US = source("111122223333", "us-east-1");
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");

    private Instant now = T0.plusSeconds(3600);
    private QueueRepository queueRepository;
    private QueueNeighborRepository neighbors;
    private InvitationRepository invitationRepository;
    private TestTeams teams;

    @BeforeEach
    void fill() {
        DataSource dataSource = TestDatabase.migrated();
        queueRepository = new TestInvitations(JdbcClient.create(dataSource)).queue();
        neighbors = new TestInvitations(JdbcClient.create(dataSource)).neighbors();
        invitationRepository = new TestInvitations(JdbcClient.create(dataSource)).invitations();
        teams = new TestTeams(dataSource, () -> now);
        InvitationUpdater invitationUpdater = TestInvitationUpdater.on(dataSource);
        see(invitationUpdater, RETAIL, T0, workload(1, "one"), lens(2, "two"));
        see(invitationUpdater, RETAIL_US, T0.plusSeconds(60), workload(3, "three"));
        see(invitationUpdater, LOGISTICS, T0.plusSeconds(120), workload(4, "four"), workload(5, "five"));
    }

    @Test
    void showsEverythingToAllUsersWithoutTeams() {
        for (String person : List.of("ann", "lea", "auditor", "admin")) {
            assertThat(ids(person)).containsExactly(1, 2, 3, 4, 5);
        }
        assertThat(context(1, "ann").decides()).isTrue();
        assertThat(context(1, "ann").leads()).isFalse();
        assertThat(context(1, "lea").leads()).isTrue();
        assertThat(context(1, "auditor").decides()).isFalse();
    }

    @Test
    void appliesTheScopeOfTheTeamInEveryQuery() {
        retailEurope();
        assertThat(ids("ann")).containsExactly(1, 2);
        assertThat(queueRepository.counts(filter("ann"), T0).tabs())
                .containsEntry(QueueState.PENDING, new CappedCount(2));
        PendingSummary pending =
                queueRepository.counts(filter("ann"), T0.plusSeconds(120)).pending();
        assertThat(pending.waiting()).isEqualTo(new CappedCount(2));
        assertThat(pending.urgent()).isEqualTo(new CappedCount(2));
        assertThat(pending.owners()).containsExactly("555566667777", "999988887777");
        assertThat(pending.accounts()).containsExactly(RETAIL.account().value());
        assertThat(neighbors.of(id(2), filter("ann")).next()).isNull();
        assertThat(neighbors.of(id(4), filter("ann")).previous()).isEqualTo(id(2));
        assertThat(neighbors.of(id(5), filter("ann")).before()).isEqualTo(new CappedCount(2));
        assertThat(neighbors.of(id(5), filter("ann")).total()).isEqualTo(new CappedCount(2));
        assertThat(queueRepository.counts(filter("ben"), T0).pending().owners()).isEmpty();
    }

    @Test
    void includesAllRegionsOfAnAccountAndAllTeamsOfAUser() {
        retailEurope();
        teams.team("Retail", Map.of("ben", "REVIEWER"), Map.of("111122223333", List.of()));
        teams.team("Logistics", Map.of("ben", "LEAD"), Map.of("222233334444", List.of("us-east-1", "eu-west-1")));
        assertThat(ids("ben")).containsExactly(1, 2, 3, 4, 5);
        assertThat(context(4, "ben").leads()).isTrue();
        assertThat(context(3, "ben").leads()).isFalse();
        assertThat(context(1, "ben").teams()).containsExactly("Retail", "Retail Europe");
    }

    @Test
    void showsEverythingToAuditorsAndAdminsWhoCannotDecide() {
        retailEurope();
        for (String person : List.of("auditor", "admin")) {
            assertThat(ids(person)).containsExactly(1, 2, 3, 4, 5);
            assertThat(context(1, person).sees()).isTrue();
            assertThat(context(1, person).decides()).isFalse();
        }
    }

    @Test
    void filtersByAssigneeOrTeamWithinTheScopeOfTheReader() {
        retailEurope();
        teams.team("Retail", Map.of("ben", "REVIEWER"), Map.of("111122223333", List.of()));
        teams.team("Logistics", Map.of("ben", "LEAD"), Map.of("222233334444", List.of("eu-west-1", "us-east-1")));
        teams.claim(id(2), "ann", Duration.ofHours(1));
        teams.claim(id(4), "ben", Duration.ofHours(1));
        assertThat(idsByName("admin", "holder", "ben")).containsExactly(4);
        assertThat(idsByName("admin", "holder", "nobody")).isEmpty();
        assertThat(idsByName("ann", "holder", "ben")).isEmpty();
        assertThat(idsByName("admin", "team", "Retail Europe")).containsExactly(1, 2);
        assertThat(idsByName("admin", "team", "Retail")).containsExactly(1, 2, 3);
        assertThat(idsByName("ann", "team", "Retail")).containsExactly(1, 2);
        assertThat(idsByName("admin", "team", "Logistics")).containsExactly(4, 5);
        now = now.plus(Duration.ofHours(1));
        assertThat(idsByName("admin", "holder", "ben")).isEmpty();
    }

    private List<Integer> idsByName(String person, String parameter, String name) {
        return ids(teams.access().restrict(QueueFilter.of(Map.of(parameter, name)), person));
    }

    @Test
    void showsNothingToUsersWithoutATeam() {
        retailEurope();
        assertThat(ids("cid")).isEmpty();
        assertThat(scope("cid").teamless()).isTrue();
        assertThat(scope("ann").teamless()).isFalse();
        assertThat(ids("nobody")).isEmpty();
    }

    @Test
    void showsNothingWithoutAScope() {
        assertThat(queueRepository.counts(QueueFilter.none(), T0).tabs().values())
                .containsOnly(new CappedCount(0));
        assertThat(queueRepository.page(QueueFilter.of(Map.of("assignee", "unassigned")), 0, 50))
                .isEmpty();
    }

    @Test
    void doesNotExtendTheScopeByFilters() {
        retailEurope();
        for (Map<String, String> asked : List.of(
                Map.of("account", "222233334444"),
                Map.of("text", "four"),
                Map.of("assignee", "unassigned", "region", "us-east-1"),
                Map.of("assignee", "team", "text", id(4).value()))) {
            assertThat(ids(teams.access().restrict(QueueFilter.of(asked), "ann")))
                    .isEmpty();
        }
    }

    @Test
    void namesTheTeamWhenAccessIsDenied() {
        retailEurope();
        ReviewerAccess access = teams.access();
        assertThat(access.admit(invitation(1), "ann").decides()).isTrue();
        assertThatThrownBy(() -> access.admit(invitation(1), "cid"))
                .isInstanceOf(InvitationAccessDeniedException.class)
                .hasMessage("team.not-yours");
        assertThatThrownBy(() -> access.admit(invitation(4), "ann"))
                .isInstanceOf(InvitationAccessDeniedException.class)
                .hasMessage("team.not-yours.no-team");
    }

    @Test
    void supportsTeamsWithTwoThousandAccounts() {
        Map<String, List<String>> accounts = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            accounts.put(String.format("%012d", 100_000_000_000L + i), List.of());
        }
        accounts.put("222233334444", List.of("us-east-1"));
        teams.team("Large", Map.of("ann", "REVIEWER"), accounts);
        assertThat(ids("ann")).containsExactly(4, 5);
    }

    @Test
    void findsOwnClaimsUntilTheyExpireAndMentionsUntilTheyAreSeen() {
        retailEurope();
        teams.claim(id(1), "ann", Duration.ofMinutes(30));
        teams.say(id(2), new Comment("ben", "@ann?", now), List.of("ann"));
        assertThat(idsByAssignment("ann", "mine")).containsExactly(1);
        assertThat(idsByAssignment("ann", "mentioned")).containsExactly(2);
        assertThat(idsByAssignment("ann", "unassigned")).containsExactly(2);
        assertThat(idsByAssignment("ann", "team")).containsExactly(1, 2);
        assertThat(idsByAssignment("ben", "mine")).isEmpty();

        teams.seen(id(2), "ann");
        assertThat(idsByAssignment("ann", "mine")).containsExactly(1);
        assertThat(idsByAssignment("ann", "mentioned")).isEmpty();
        now = now.plus(Duration.ofMinutes(30));
        assertThat(idsByAssignment("ann", "mine")).isEmpty();
        assertThat(idsByAssignment("ann", "unassigned")).containsExactly(1, 2);
        assertThat(context(1, "ben").claim()).isNull();
    }

    @Test
    void returnsTheAssigneeAndTheReasonOfAnAssignment() {
        retailEurope();
        teams.claim(id(1), "ann", Duration.ofMinutes(30));
        teams.say(id(1), new Comment("ann", "@ben?", now), List.of("ben"));
        ReviewerAccess access = teams.access();
        AssignmentView mine = access.assignments(List.of(id(1), id(2)), "ann").get(id(1));
        assertThat(mine).isEqualTo(new AssignmentView("ann", true, "TAKEN", "ann", now, now.plusSeconds(1800), null));
        assertThat(access.assignments(List.of(id(1), id(2)), "ben"))
                .containsOnlyKeys(id(1))
                .containsEntry(id(1), new AssignmentView("ann", true, "NAMED", "ann", now, null, "ann"));
        assertThat(access.assignments(List.of(id(1)), "auditor").get(id(1)).mine())
                .isFalse();
    }

    @Test
    void returnsTheMembersOfTheOwnTeamsAsTeammates() {
        assertThat(teams.access().teammates("ann")).isEmpty();

        retailEurope();
        teams.team("Logistics", Map.of("ben", "REVIEWER"), Map.of());

        assertThat(teams.access().teammates("ann")).contains(Set.of("ann", "lea"));
        assertThat(teams.access().teammates("ben")).contains(Set.of("ben"));
        assertThat(teams.access().teammates("cid")).contains(Set.of("cid"));
    }

    private void retailEurope() {
        teams.team(
                "Retail Europe",
                Map.of("ann", "REVIEWER", "lea", "LEAD"),
                Map.of("111122223333", List.of("eu-west-1")));
    }

    private static void see(
            InvitationUpdater invitationUpdater, Source source, Instant began, ListedInvitation... seen) {
        invitationUpdater.store(new PollResult(source, List.of(seen), Map.of(), began, null));
    }

    private VisibilityScope scope(String person) {
        return teams.access().scope(person);
    }

    private QueueFilter filter(String person) {
        return QueueFilter.all(scope(person));
    }

    private ReviewerContext context(int number, String person) {
        return teams.access().context(invitation(number), person);
    }

    private Invitation invitation(int number) {
        return invitationRepository.find(id(number)).orElseThrow();
    }

    private List<Integer> ids(String person) {
        return ids(filter(person));
    }

    private List<Integer> idsByAssignment(String person, String assignee) {
        return ids(teams.access().restrict(QueueFilter.of(Map.of("assignee", assignee)), person));
    }

    private List<Integer> ids(QueueFilter filter) {
        return queueRepository.page(filter, 0, 50).stream()
                .map(row -> number(Optional.of(row.first())))
                .toList();
    }

    private static int number(Optional<Invitation> invitation) {
        return Integer.parseInt(invitation.orElseThrow().id().value(), 16);
    }
}
