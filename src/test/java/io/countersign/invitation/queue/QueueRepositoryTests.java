package io.countersign.invitation.queue;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.lens;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Source;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.Listings;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.ApprovalMatches.ApprovalMatch;
import io.countersign.invitation.queue.QueueNeighborRepository.Neighbors;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollResult;
import io.countersign.invitation.update.PriorityUpdater;
import io.countersign.invitation.update.TestInvitationUpdater;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class QueueRepositoryTests {

    private static final QueueFilter ALL = QueueFilter.all(VisibilityScope.EVERYTHING);
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");

    private DataSource tables;
    private QueueRepository queueRepository;
    private QueueNeighborRepository neighbors;
    private InvitationRepository invitationRepository;
    private OpenDecisionRepository openDecisions;

    @BeforeEach
    void fill() {
        DataSource dataSource = TestDatabase.migrated();
        tables = dataSource;
        queueRepository = new QueueRepository(JdbcClient.create(dataSource));
        neighbors = new QueueNeighborRepository(JdbcClient.create(dataSource));
        invitationRepository = new InvitationRepository(JdbcClient.create(dataSource));
        openDecisions = new OpenDecisionRepository(JdbcClient.create(dataSource));
        InvitationUpdater invitationUpdater = TestInvitationUpdater.on(dataSource);
        see(invitationUpdater, RETAIL, T0, workload(1, "Payments core"), lens(2, "SaaS 100% lens"));
        see(invitationUpdater, RETAIL, T0.plusSeconds(60), workload(3, "payments_edge", Permission.CONTRIBUTOR));
        see(invitationUpdater, LOGISTICS, T0.plusSeconds(120), workload(4, "データレイク"), lens(5, "a!b"));
    }

    @Test
    void filtersByEveryColumn() {
        assertThat(ids(filter("type", "LENS"))).containsExactly(2, 5);
        assertThat(ids(filter("account", "222233334444"))).containsExactly(4, 5);
        assertThat(ids(filter("region", "eu-west-1"))).containsExactly(1, 2, 3);
        assertThat(ids(filter("permission", "CONTRIBUTOR"))).containsExactly(3);
        assertThat(ids(filter("owner", "999988887777"))).containsExactly(2, 5);
        assertThat(ids(QueueFilter.of(Map.of("type", "LENS", "region", "us-east-1"))
                        .in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL)))
                .containsExactly(5);
    }

    @Test
    void findsTextInNamesIdsAndArnsIgnoringCase() {
        assertThat(ids(filter("text", "PAYMENTS"))).containsExactly(1, 3);
        assertThat(ids(filter("text", "レイク"))).containsExactly(4);
        assertThat(ids(filter("text", "999988887777:lens/"))).containsExactly(2, 5);
        assertThat(ids(filter("text", id(4).value()))).containsExactly(4);
    }

    @Test
    void takesWildcardsLiterally() {
        assertThat(ids(filter("text", "100%"))).containsExactly(2);
        assertThat(ids(filter("text", "s_e"))).containsExactly(3);
        assertThat(ids(filter("text", "a!b"))).containsExactly(5);
        assertThat(ids(filter("text", "%"))).containsExactly(2);
    }

    @Test
    void sortsBothWaysByEveryColumn() {
        for (QueueSort sort : QueueSort.values()) {
            List<Integer> up = ids(filter("sort", sort.parameter()));
            List<Integer> down = new ArrayList<>(ids(filter("sort", "-" + sort.parameter())));
            java.util.Collections.reverse(down);
            assertThat(up).as(sort.parameter()).hasSize(5).isEqualTo(down);
        }
        assertThat(ids(filter("sort", "expiresBy"))).containsExactly(1, 2, 3, 4, 5);
        assertThat(ids(filter("sort", "name")).subList(0, 3)).containsExactly(5, 1, 3);
    }

    /** The criteria are, in this order, the six hours of the expiry, the permission, the owner and the age. */
    @Test
    void sortsByExpiryThenPermissionThenOwnerThenAge() {
        JdbcClient jdbc = JdbcClient.create(tables);
        jdbc.sql("insert into internal_account (account_id) values ('555566667777')")
                .update();
        Source source = Listings.source("444455556666", "eu-west-1");
        InvitationUpdater invitationUpdater = TestInvitationUpdater.on(tables);
        Instant window = Instant.parse("2026-11-22T06:00:00Z");
        see(invitationUpdater, source, window, workload(11, "internal, reads"));
        see(
                invitationUpdater,
                source,
                window.plusSeconds(1),
                lens(12, "stranger’s lens"),
                workload(13, "internal, reads too"));
        see(invitationUpdater, source, window.plusSeconds(2), workload(14, "internal, writes", Permission.CONTRIBUTOR));
        see(invitationUpdater, source, window.plusSeconds(3), externalOwner(15, Permission.CONTRIBUTOR));
        see(invitationUpdater, source, window.plusSeconds(4), externalOwner(16, new Permission("OWNER_OF_ALL")));
        see(invitationUpdater, source, window.plusSeconds(6 * 3600 - 1), externalOwner(17, Permission.READONLY));
        see(invitationUpdater, source, window.plusSeconds(6 * 3600), externalOwner(18, Permission.CONTRIBUTOR));

        QueueFilter filter =
                QueueFilter.of(Map.of("account", "444455556666")).in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL);
        assertThat(ids(filter)).containsExactly(15, 16, 14, 12, 17, 11, 13, 18);

        jdbc.sql("delete from internal_account").update();
        assertThat(new PriorityUpdater(jdbc).settle()).isEqualTo(3);
        assertThat(new PriorityUpdater(jdbc).settle()).isZero();
        assertThat(ids(filter)).containsExactly(14, 15, 16, 11, 12, 13, 17, 18);
        see(invitationUpdater, source, window.plusSeconds(90_000), workload(13, "writes now", Permission.CONTRIBUTOR));
        assertThat(ids(filter)).containsExactly(13, 14, 15, 16, 11, 12, 17, 18);
    }

    private static ListedInvitation externalOwner(int number, Permission permission) {
        ListedInvitation listed = workload(number, "stranger’s");
        return new ListedInvitation(
                listed.id(), listed.type(), null, listed.sharedWith(), permission, "stranger’s", listed.resourceId());
    }

    @Test
    void filtersByHoursSinceFirstSeen() {
        Instant now = Instant.now();
        Source source = Listings.source("444455556666", "eu-west-1");
        InvitationUpdater invitationUpdater = TestInvitationUpdater.on(tables);
        see(invitationUpdater, source, now.minusSeconds(3600), workload(11, "fresh"));
        see(invitationUpdater, source, now.minusSeconds(150 * 3600), workload(12, "soon"));
        see(invitationUpdater, source, now.minusSeconds(169 * 3600), workload(13, "over"));

        assertThat(ids(waited("0-96"))).containsExactly(11);
        assertThat(ids(waited("144-162"))).containsExactly(12);
        assertThat(ids(waited("168-"))).containsExactly(13);
        assertThat(ids(waited("144-"))).containsExactly(13, 12);
    }

    private static QueueFilter waited(String hours) {
        return QueueFilter.of(Map.of("account", "444455556666", "waited", hours))
                .in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL);
    }

    @Test
    void pagesWithoutGapsOrDuplicates() {
        QueueFilter filter = filter("sort", "owner");
        List<Integer> paged = new ArrayList<>();
        for (int offset = 0; offset < 6; offset += 2) {
            queueRepository.page(filter, offset, 2).forEach(row -> paged.add(number(row.first())));
        }
        assertThat(paged).isEqualTo(ids(filter)).doesNotHaveDuplicates();
    }

    @Test
    void findsTheNextInvitationInEverySortOrder() {
        for (QueueSort sort : QueueSort.values()) {
            for (String direction : List.of("", "-")) {
                QueueFilter filter = filter("sort", direction + sort.parameter());
                List<Integer> all = ids(filter);
                List<Integer> walked = new ArrayList<>();
                InvitationId here =
                        queueRepository.page(filter, 0, 1).get(0).first().id();
                while (here != null) {
                    Neighbors beside = neighbors.of(here, filter);
                    assertThat(beside.before().number()).isEqualTo(walked.size());
                    assertThat(beside.total().number()).isEqualTo(all.size());
                    walked.add(number(here));
                    here = beside.next();
                }
                assertThat(walked).as(direction + sort.parameter()).isEqualTo(all);
                assertThat(neighbors.of(id(all.get(4)), filter).previous()).isEqualTo(id(all.get(3)));
            }
        }
    }

    @Test
    void findsTheNextInvitationAfterADecidedOne() {
        openDecisions.open(id(2), 9, 0, T0);
        openDecisions.decided(id(2), 9, InvitationState.REJECTED, T0);

        assertThat(neighbors.of(id(2), ALL).next()).isEqualTo(id(4));
        assertThat(neighbors.of(id(2), ALL).previous()).isEqualTo(id(1));
        assertThat(ids(ALL)).containsExactly(3, 1, 4, 5);
    }

    @Test
    void countsByAgeAndNamesTheTypes() {
        PendingSummary pending = queueRepository.counts(ALL, T0.plusSeconds(60)).pending();
        assertThat(pending.types()).containsExactly("LENS", "WORKLOAD");
        assertThat(pending.waiting()).isEqualTo(new CappedCount(5));
        assertThat(pending.urgent()).isEqualTo(new CappedCount(3));
        assertThat(pending.owners()).containsExactly("555566667777", "999988887777");
        assertThat(pending.accounts()).containsExactly("111122223333", "222233334444");
    }

    @Test
    void listsEachInvitationInOneTab() {
        openDecisions.open(id(1), 9, 0, T0);
        openDecisions.decided(id(1), 9, InvitationState.REJECTED, T0);
        openDecisions.hold(id(2), 10, 0, T0);
        JdbcClient jdbc = JdbcClient.create(tables);
        jdbc.sql("update invitation set proposed_by = 'ann' where invitation_id = :id")
                .param("id", id(3).value())
                .update();
        jdbc.sql(
                        "update invitation set state = 'GONE', gone_cause = 'EXPIRED', gone_confidence = 'LIKELY' where invitation_id = :id")
                .param("id", id(4).value())
                .update();
        see(
                TestInvitationUpdater.on(tables),
                Listings.source("444455556666", "eu-west-1"),
                T0,
                workload(6, "left, held"));
        jdbc.sql(
                        "update invitation set state = 'GONE', gone_cause = 'ACCEPTED_ELSEWHERE', gone_confidence = 'CERTAIN', held = true where invitation_id = :id")
                .param("id", id(6).value())
                .update();

        assertThat(ids(filter("state", "open"))).containsExactly(2, 3, 5);
        assertThat(ids(filter("state", "pending"))).containsExactly(5);
        assertThat(ids(filter("state", "held"))).containsExactly(2, 6);
        assertThat(ids(filter("state", "waiting"))).containsExactly(3);
        assertThat(ids(filter("state", "decided"))).containsExactly(1);
        assertThat(ids(filter("state", "gone"))).containsExactly(4);
        assertThat(queueRepository.counts(ALL, T0).tabs())
                .isEqualTo(Map.of(
                        QueueState.PENDING, new CappedCount(1),
                        QueueState.HELD, new CappedCount(2),
                        QueueState.WAITING, new CappedCount(1),
                        QueueState.DECIDED, new CappedCount(1),
                        QueueState.GONE, new CappedCount(1)));
        assertThat(queueRepository.counts(ALL, T0).pending().waiting()).isEqualTo(new CappedCount(1));
        assertThat(queueRepository.counts(filter("state", "open"), T0).tabs())
                .containsEntry(QueueState.OPEN, new CappedCount(3));
        assertThat(queueRepository.counts(filter("text", "payments"), T0).tabs())
                .containsEntry(QueueState.WAITING, new CappedCount(1))
                .containsEntry(QueueState.DECIDED, new CappedCount(1))
                .containsEntry(QueueState.GONE, new CappedCount(0));
    }

    @Test
    void narrowsASearchForATextToWhatItFound() {
        QueueFilter search = filter("text", "payments");
        QueueRepository.Counts counts = queueRepository.counts(search, T0);
        assertThat(counts.found()).hasSize(counts.tabs().get(QueueState.PENDING).number());
        assertThat(ids(counts.narrow(search))).isNotEmpty().isEqualTo(ids(search));
        QueueFilter other = filter("text", "no such text");
        assertThat(queueRepository.counts(other, T0).found()).isEmpty();
        assertThat(ids(queueRepository.counts(other, T0).narrow(other))).isEmpty();
        assertThat(queueRepository.counts(ALL, T0).narrow(ALL)).isSameAs(ALL);
    }

    @Test
    void filtersByBadges() {
        JdbcClient.create(tables)
                .sql("insert into decided_owner (owner) values ('999988887777')")
                .update();
        assertThat(ids(filter("newOwner", "true"))).containsExactly(1, 3, 4);
        assertThat(ids(filter("external", "true"))).isEmpty();
        assertThat(ids(filter("external", "true").with(new BadgeMatch(Set.of("999988887777"), List.of()))))
                .containsExactly(2, 5);
        assertThat(ids(filter("secondApproval", "true"))).isEmpty();
        assertThat(ids(approvals(new ApprovalMatch(Set.of(), Set.of("CONTRIBUTOR"), true, Set.of(), Set.of(), true))))
                .containsExactly(3);
        assertThat(ids(approvals(new ApprovalMatch(
                        Set.of("LENS"), Set.of(), false, Set.of("222233334444"), Set.of("999988887777"), false))))
                .containsExactly(5);
        assertThat(ids(approvals(new ApprovalMatch(Set.of(), Set.of(), false, Set.of(), Set.of("999988887777"), true))))
                .containsExactly(1, 3, 4);
    }

    @Test
    void countsATabWithSeveralBadgesAsItLists() {
        ApprovalMatch rule = new ApprovalMatch(
                Set.of("LENS"), Set.of(), false, Set.of("222233334444"), Set.of("999988887777"), false);
        QueueFilter both = QueueFilter.of(Map.of("external", "true", "secondApproval", "true"))
                .in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL)
                .with(new BadgeMatch(Set.of("999988887777"), List.of(rule)));
        assertThat(ids(both)).containsExactly(5);
        assertThat(queueRepository.counts(both, T0).tabs()).containsEntry(QueueState.PENDING, new CappedCount(1));
    }

    @Test
    void ignoresTodaysApprovalRulesForPastDecisions() {
        JdbcClient.create(tables)
                .sql("update invitation set state = 'REJECTED' where invitation_id in (:one, :two)")
                .param("one", id(1).value())
                .param("two", id(2).value())
                .update();
        QueueFilter pending =
                approvals(new ApprovalMatch(Set.of(), Set.of("CONTRIBUTOR"), true, Set.of(), Set.of(), true));
        QueueFilter decided = pending.withState(QueueState.DECIDED);
        assertThat(ids(pending)).containsExactly(3);
        assertThat(ids(decided)).containsExactlyInAnyOrder(1, 2);
        assertThat(queueRepository.counts(pending, T0).tabs())
                .containsEntry(QueueState.PENDING, new CappedCount(1))
                .containsEntry(QueueState.DECIDED, new CappedCount(2));
    }

    @Test
    void tellsWhetherAnInvitationIsInTheFilteredQueue() {
        assertThat(neighbors.of(id(1), ALL).listed()).isTrue();
        assertThat(neighbors.of(id(1), filter("state", "waiting")).listed()).isFalse();
    }

    private static QueueFilter approvals(ApprovalMatch match) {
        return filter("secondApproval", "true").with(new BadgeMatch(Set.of(), List.of(match)));
    }

    @Test
    void sortsByAssignee() {
        QueueFilter filter = QueueFilter.of(Map.of("sort", "assignee"))
                .in(
                        VisibilityScope.EVERYTHING,
                        new AssignmentMatch(
                                VisibilityScope.EVERYTHING, null, null, Map.of(id(1), "mia", id(4), "ben")));
        assertThat(ids(filter)).containsExactly(2, 3, 5, 4, 1);
        assertThat(queueRepository.page(filter, 2, 2))
                .extracting(row -> number(row.first()))
                .containsExactly(5, 4);
        assertThat(ids(QueueFilter.of(Map.of("sort", "-assignee")).in(filter.scope(), filter.match())))
                .containsExactly(1, 4, 5, 3, 2);
        assertThat(neighbors.of(id(4), filter).next()).isEqualTo(id(1));
    }

    private static void see(
            InvitationUpdater invitationUpdater, Source source, Instant began, ListedInvitation... seen) {
        invitationUpdater.store(new PollResult(source, List.of(seen), Map.of(), began, null));
    }

    private static QueueFilter filter(String name, String value) {
        return QueueFilter.of(name.equals("sort") ? Map.of(name, value) : Map.of(name, value, "sort", "expiresBy"))
                .in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL);
    }

    private List<Integer> ids(QueueFilter filter) {
        return queueRepository.page(filter, 0, 50).stream()
                .map(row -> number(row.first()))
                .toList();
    }

    private static int number(Invitation invitation) {
        return number(invitation.id());
    }

    private static int number(InvitationId id) {
        return Integer.parseInt(id.value(), 16);
    }
}
