package io.countersign.invitation;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SameResourceTests {

    private static final QueueFilter ALL = QueueFilter.none().in(Scope.EVERYTHING);
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");
    private static final ListedInvitation LEDGER = workload(1, "ledger");

    private JdbcClient jdbc;
    private Queue queue;
    private Selection selection;

    /** The ledger three times, something of another owner with the same id, two without an id, and the payroll. */
    @BeforeEach
    void fill() {
        var dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        queue = new Queue(jdbc);
        selection = new Selection(jdbc, queue);
        Sightings sightings = TestSightings.on(dataSource);
        see(sightings, RETAIL, T0, LEDGER, workload(2, "payroll"));
        see(sightings, LOGISTICS, T0.plusSeconds(60), offering(3, LEDGER.resourceId(), LEDGER.sharedBy()));
        see(
                sightings,
                LOGISTICS,
                T0.plusSeconds(90),
                offering(3, LEDGER.resourceId(), LEDGER.sharedBy()),
                offering(4, LEDGER.resourceId(), LEDGER.sharedBy()));
        see(
                sightings,
                RETAIL,
                T0.plusSeconds(120),
                LEDGER,
                workload(2, "payroll"),
                offering(5, LEDGER.resourceId(), "999988887777"),
                offering(6, null, LEDGER.sharedBy()),
                offering(7, null, LEDGER.sharedBy()));
    }

    @Test
    void theFirstInTheOrderStandsForAllThatOfferTheSame() {
        assertThat(rows(ALL)).containsExactly(1, 2, 5, 6, 7);
        assertThat(queue.countRows(ALL)).isEqualTo(new Count(5));
        assertThat(queue.countAllRows(ALL)).isEqualTo(5);
        assertThat(queue.count(ALL)).isEqualTo(new Count(7));
        assertThat(rows(filter("sort", "-expiresBy"))).containsExactly(7, 6, 5, 4, 2);
    }

    @Test
    void aFilterJudgesEachOfThem() {
        assertThat(rows(filter("account", "222233334444"))).containsExactly(3);
        assertThat(together(filter("account", "222233334444"), 3)).containsExactly(3, 4);
    }

    @Test
    void eachHasARowOfItsOwnOnRequest() {
        assertThat(rows(filter("rows", "each"))).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(new SameResource(jdbc).of(queue.page(ALL, 0, 10), filter("rows", "each")))
                .isEmpty();
    }

    @Test
    void theRowOpensToAllOfThem() {
        assertThat(together(ALL, 1)).containsExactly(1, 3, 4);
        assertThat(new SameResource(jdbc).of(queue.page(ALL, 0, 10), ALL)).hasSize(1);
    }

    @Test
    void oneOfThemNamesAllAndOneWithoutAResourceNamesItself() {
        assertThat(numbers(selection.sameResource(id(3), ALL, 10))).containsExactly(1, 3, 4);
        assertThat(numbers(selection.sameResource(id(3), ALL, 2))).containsExactly(1, 3);
        assertThat(numbers(selection.sameResource(id(6), ALL, 10))).containsExactly(6);
    }

    @Test
    void noneIsShownWhomTheScopeHides() {
        assertThat(selection.seen(List.of(id(1), id(3)), Scope.EVERYTHING)).containsExactlyInAnyOrder(id(1), id(3));
        assertThat(selection.seen(List.of(id(1), id(3)), Scope.NOTHING)).isEmpty();
        assertThat(selection.sameResource(id(1), QueueFilter.none(), 10)).isEmpty();
    }

    private List<Integer> rows(QueueFilter filter) {
        return queue.page(filter, 0, 10).stream()
                .map(row -> Integer.parseInt(row.id().value(), 16))
                .toList();
    }

    private List<Integer> together(QueueFilter filter, int row) {
        Map<Offer, List<SameResource.Member>> all = new SameResource(jdbc).of(queue.page(filter, 0, 10), filter);
        Invitation one = new Invitations(jdbc).find(id(row)).orElseThrow();
        List<SameResource.Member> members = all.get(Offer.of(one));
        assertThat(members).allSatisfy(member -> assertThat(member.together()).isEqualTo(members.size()));
        return numbers(members.stream().map(member -> member.invitation().id()).toList());
    }

    private static List<Integer> numbers(List<io.countersign.connection.InvitationId> ids) {
        return ids.stream().map(each -> Integer.parseInt(each.value(), 16)).toList();
    }

    private static QueueFilter filter(String name, String value) {
        return QueueFilter.of(Map.of(name, value)).in(Scope.EVERYTHING);
    }

    private static ListedInvitation offering(int number, String resource, String owner) {
        ListedInvitation any = workload(number, "ledger");
        return new ListedInvitation(
                any.id(), any.type(), owner, any.sharedWith(), any.permission(), any.resourceName(), resource);
    }

    private static void see(Sightings sightings, Source source, Instant at, ListedInvitation... listed) {
        sightings.store(new Reading(source, new ArrayList<>(List.of(listed)), Map.of(), at, null));
    }
}
