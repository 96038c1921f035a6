package io.countersign.invitation.queue;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.VisibilityScope.Place;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollResult;
import io.countersign.invitation.update.TestInvitationUpdater;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ResourceGroupsTests {

    private static final Place LOGISTICS_PLACE = new Place(LOGISTICS.account(), LOGISTICS.region());
    private static final QueueFilter ALL = QueueFilter.all(VisibilityScope.EVERYTHING);
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");
    private static final ListedInvitation LEDGER = workload(1, "ledger");

    private JdbcClient jdbc;
    private QueueRepository queueRepository;
    private BulkSelection bulkSelection;

    /**
     * Stores three invitations to the ledger, one with the same id and another owner, two without an id, and the
     * payroll.
     */
    @BeforeEach
    void fill() {
        var dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        queueRepository = new QueueRepository(jdbc);
        bulkSelection = new BulkSelection(jdbc, queueRepository);
        InvitationUpdater invitationUpdater = TestInvitationUpdater.on(dataSource);
        see(invitationUpdater, RETAIL, T0, LEDGER, workload(2, "payroll"));
        see(invitationUpdater, LOGISTICS, T0.plusSeconds(60), offering(3, LEDGER.resourceId(), LEDGER.sharedBy()));
        see(
                invitationUpdater,
                LOGISTICS,
                T0.plusSeconds(90),
                offering(3, LEDGER.resourceId(), LEDGER.sharedBy()),
                offering(4, LEDGER.resourceId(), LEDGER.sharedBy()));
        see(
                invitationUpdater,
                RETAIL,
                T0.plusSeconds(120),
                LEDGER,
                workload(2, "payroll"),
                offering(5, LEDGER.resourceId(), "999988887777"),
                offering(6, null, LEDGER.sharedBy()),
                offering(7, null, LEDGER.sharedBy()));
    }

    @Test
    void showsTheFirstInvitationForAllOfTheSameResource() {
        assertThat(rows(ALL)).containsExactly(1, 2, 5, 6, 7);
        assertThat(queueRepository.counts(ALL, T0).rows()).isEqualTo(new CappedCount(5));
        assertThat(queueRepository.countAllRows(ALL)).isEqualTo(5);
        assertThat(queueRepository.counts(ALL, T0).tabs().get(QueueState.PENDING))
                .isEqualTo(new CappedCount(7));
        assertThat(rows(filter("sort", "-expiresBy"))).containsExactly(7, 6, 5, 4, 2);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "250, true", "10, false", "250, false"})
    void showsTheSameRowsWithManyInvitationsToAFewResources(int idLength, boolean everything) {
        share(3, 700, idLength);
        VisibilityScope scope = everything ? VisibilityScope.EVERYTHING : VisibilityScope.of(Set.of(LOGISTICS_PLACE));
        for (String sort : List.of("priority", "-expiresBy", "name", "-owner")) {
            QueueFilter filter = QueueFilter.of(Map.of("sort", sort)).in(scope, AssignmentMatch.ALL);
            List<String> firsts = new ArrayList<>(queueRepository.page(filter.withEach(true), 0, 3000).stream()
                    .collect(Collectors.toMap(
                            row -> resource(row.first()),
                            row -> row.first().id().value(),
                            (one, later) -> one,
                            LinkedHashMap::new))
                    .values());
            assertThat(firsts).hasSize(everything ? 8 : 4);
            for (int offset = 0; offset < firsts.size(); offset += 3) {
                assertThat(queueRepository.page(filter, offset, 3).stream()
                                .map(row -> row.first().id().value()))
                        .as("%s from %d", sort, offset)
                        .isEqualTo(firsts.subList(offset, Math.min(offset + 3, firsts.size())));
            }
        }
    }

    private static String resource(Invitation invitation) {
        ListedInvitation listed = invitation.listed();
        return listed.resourceId() == null ? listed.id().value() : listed.sharedBy() + " " + listed.resourceId();
    }

    @Test
    void listsAFewMembersOfALargeGroupAndCountsTheOthers() {
        share(1, 60, 10);
        QueueRow row = queueRepository.page(ALL, 0, 1).get(0);
        assertThat(row.together()).hasToString("60");
        assertThat(row.members())
                .hasSize(GroupedQueue.MEMBERS)
                .isEqualTo(queueRepository.page(ALL.withEach(true), 0, GroupedQueue.MEMBERS).stream()
                        .map(QueueRow::first)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 250})
    void findsTheRowsAfterAFewResourcesWithManyInvitations(int idLength) {
        share(3, 600, idLength);
        assertThat(queueRepository.page(ALL, 0, 4)).hasSize(4).first().satisfies(row -> {
            assertThat(row.together()).hasToString("200+");
            assertThat(row.members()).hasSize(GroupedQueue.MEMBERS);
        });
        assertThat(rowsFrom(3)).containsExactly(1, 2, 5, 6, 7);
        assertThat(rowsFrom(8)).isEmpty();
    }

    private List<Integer> rowsFrom(int offset) {
        return queueRepository.page(ALL, offset, 10).stream()
                .map(ResourceGroupsTests::number)
                .toList();
    }

    /** Shares resources in both accounts, before all other invitations in every order. */
    private void share(int resources, int times, int idLength) {
        jdbc.sql("""
                        insert into invitation (invitation_id, account_id, region, resource_type, resource_name, resource_id,
                          shared_by, state, first_seen_at, last_seen_at, state_at, priority)
                        select 'f' || lpad((r * 1000 + t)::text, 31, '0'), account, region, 'LENS', '', rpad('', :length - 1, 'x') || r,
                          '000000000000', 'PENDING', now() - interval '99 d', now(), now(), 0
                        from generate_series(1, :resources) r, generate_series(1, :times) t,
                          lateral (select case when t % 2 = 0 then '222233334444' else '111122223333' end as account,
                            case when t % 2 = 0 then 'us-east-1' else 'eu-west-1' end as region) place""")
                .param("length", idLength)
                .param("resources", resources)
                .param("times", times)
                .update();
    }

    @Test
    void filtersEachInvitationOfAGroup() {
        assertThat(rows(filter("account", "222233334444"))).containsExactly(3);
        assertThat(together(filter("account", "222233334444"), 3)).containsExactly(3, 4);
    }

    @Test
    void showsSeparateRowsOnRequest() {
        assertThat(rows(filter("rows", "each"))).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(queueRepository.page(filter("rows", "each"), 0, 10))
                .allSatisfy(row -> assertThat(row).isEqualTo(QueueRow.of(row.first())));
    }

    @Test
    void listsTheMembersOfAGroup() {
        assertThat(together(ALL, 1)).containsExactly(1, 3, 4);
        assertThat(queueRepository.page(ALL, 0, 10))
                .filteredOn(row -> row.together().number() > 1)
                .hasSize(1);
    }

    @Test
    void selectsAllOfTheSameResourceOrOnlyTheInvitationWithoutOne() {
        assertThat(numbers(bulkSelection.sameResource(id(3), ALL, 10))).containsExactly(1, 3, 4);
        assertThat(numbers(bulkSelection.sameResource(id(3), ALL, 2))).containsExactly(1, 3);
        assertThat(numbers(bulkSelection.sameResource(id(6), ALL, 10))).containsExactly(6);
    }

    @Test
    void selectsOnlyVisibleInvitations() {
        assertThat(bulkSelection.seen(List.of(id(1), id(3)), VisibilityScope.EVERYTHING))
                .containsExactlyInAnyOrder(id(1), id(3));
        assertThat(bulkSelection.seen(List.of(id(1), id(3)), VisibilityScope.NOTHING))
                .isEmpty();
        assertThat(bulkSelection.sameResource(id(1), QueueFilter.none(), 10)).isEmpty();
    }

    private List<Integer> rows(QueueFilter filter) {
        return queueRepository.page(filter, 0, 10).stream()
                .map(ResourceGroupsTests::number)
                .toList();
    }

    private static int number(QueueRow row) {
        return Integer.parseInt(row.first().id().value(), 16);
    }

    private List<Integer> together(QueueFilter filter, int number) {
        QueueRow found = queueRepository.page(filter, 0, 10).stream()
                .filter(row -> number(row) == number)
                .findFirst()
                .orElseThrow();
        assertThat(found.together().number()).isEqualTo(found.members().size());
        return numbers(found.members().stream().map(Invitation::id).toList());
    }

    private static List<Integer> numbers(List<io.countersign.connection.InvitationId> ids) {
        return ids.stream().map(each -> Integer.parseInt(each.value(), 16)).toList();
    }

    private static QueueFilter filter(String name, String value) {
        return QueueFilter.of(Map.of(name, value)).in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL);
    }

    private static ListedInvitation offering(int number, String resource, String owner) {
        ListedInvitation any = workload(number, "ledger");
        return new ListedInvitation(
                any.id(), any.type(), owner, any.sharedWith(), any.permission(), any.resourceName(), resource);
    }

    private static void see(
            InvitationUpdater invitationUpdater, Source source, Instant at, ListedInvitation... listed) {
        invitationUpdater.store(new PollResult(source, new ArrayList<>(List.of(listed)), Map.of(), at, null));
    }
}
