package io.countersign.invitation;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class QueueTests {

    private static final QueueFilter ALL = QueueFilter.none().in(Scope.EVERYTHING);
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");

    private DataSource tables;
    private Queue queue;
    private Invitations invitations;

    @BeforeEach
    void fill() {
        DataSource dataSource = TestDatabase.migrated();
        tables = dataSource;
        queue = new Queue(JdbcClient.create(dataSource));
        invitations = new Invitations(JdbcClient.create(dataSource));
        Sightings sightings = new Sightings(new SightingRows(JdbcClient.create(dataSource)));
        see(sightings, RETAIL, T0, workload(1, "Payments core"), lens(2, "SaaS 100% lens"));
        see(sightings, RETAIL, T0.plusSeconds(60), workload(3, "payments_edge", Permission.CONTRIBUTOR));
        see(sightings, LOGISTICS, T0.plusSeconds(120), workload(4, "データレイク"), lens(5, "a!b"));
    }

    @Test
    void filtersByEveryColumn() {
        assertThat(ids(filter("type", "LENS"))).containsExactly(2, 5);
        assertThat(ids(filter("account", "222233334444"))).containsExactly(4, 5);
        assertThat(ids(filter("region", "eu-west-1"))).containsExactly(1, 2, 3);
        assertThat(ids(filter("permission", "CONTRIBUTOR"))).containsExactly(3);
        assertThat(ids(filter("owner", "999988887777"))).containsExactly(2, 5);
        assertThat(ids(QueueFilter.of(Map.of("type", "LENS", "region", "us-east-1"))
                        .in(Scope.EVERYTHING)))
                .containsExactly(5);
    }

    @Test
    void findsTextInNamesWhateverTheCaseAndInIdsAndArns() {
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

    /** Six hours later counts more than everything else; then what may change things, then strangers, then age. */
    @Test
    void whatExpiresSoonestComesFirstThenContributorsThenStrangersThenAge() {
        JdbcClient jdbc = JdbcClient.create(tables);
        jdbc.sql("insert into inside_account (account_id) values ('555566667777')")
                .update();
        Source source = Listings.source("444455556666", "eu-west-1");
        Sightings sightings = TestSightings.on(tables);
        Instant window = Instant.parse("2026-11-22T06:00:00Z");
        see(sightings, source, window, workload(11, "inside, reads"));
        see(sightings, source, window.plusSeconds(1), lens(12, "stranger’s lens"), workload(13, "inside, reads too"));
        see(sightings, source, window.plusSeconds(2), workload(14, "inside, writes", Permission.CONTRIBUTOR));
        see(sightings, source, window.plusSeconds(3), stranger(15, Permission.CONTRIBUTOR));
        see(sightings, source, window.plusSeconds(4), stranger(16, new Permission("OWNER_OF_ALL")));
        see(sightings, source, window.plusSeconds(6 * 3600 - 1), stranger(17, Permission.READONLY));
        see(sightings, source, window.plusSeconds(6 * 3600), stranger(18, Permission.CONTRIBUTOR));

        QueueFilter filter = QueueFilter.of(Map.of("account", "444455556666")).in(Scope.EVERYTHING);
        assertThat(ids(filter)).containsExactly(15, 16, 14, 12, 17, 11, 13, 18);

        jdbc.sql("delete from inside_account").update();
        assertThat(new Ranks(jdbc).settle()).isEqualTo(3);
        assertThat(new Ranks(jdbc).settle()).isZero();
        assertThat(ids(filter)).containsExactly(14, 15, 16, 11, 12, 13, 17, 18);
        see(sightings, source, window.plusSeconds(90_000), workload(13, "writes now", Permission.CONTRIBUTOR));
        assertThat(ids(filter)).containsExactly(13, 14, 15, 16, 11, 12, 17, 18);
    }

    private static ListedInvitation stranger(int number, Permission permission) {
        ListedInvitation listed = workload(number, "stranger’s");
        return new ListedInvitation(
                listed.id(), listed.type(), null, listed.sharedWith(), permission, "stranger’s", listed.resourceId());
    }

    @Test
    void findsByHoursSinceTheFirstSighting() {
        Instant now = Instant.now();
        Source source = Listings.source("444455556666", "eu-west-1");
        Sightings sightings = TestSightings.on(tables);
        see(sightings, source, now.minusSeconds(3600), workload(11, "fresh"));
        see(sightings, source, now.minusSeconds(150 * 3600), workload(12, "soon"));
        see(sightings, source, now.minusSeconds(169 * 3600), workload(13, "over"));

        assertThat(ids(waited("0-96"))).containsExactly(11);
        assertThat(ids(waited("144-162"))).containsExactly(12);
        assertThat(ids(waited("168-"))).containsExactly(13);
        assertThat(ids(waited("144-"))).containsExactly(13, 12);
    }

    private static QueueFilter waited(String hours) {
        return QueueFilter.of(Map.of("account", "444455556666", "waited", hours))
                .in(Scope.EVERYTHING);
    }

    @Test
    void pagesWithoutGapsOrDoubles() {
        QueueFilter filter = filter("sort", "owner");
        List<Integer> paged = new ArrayList<>();
        for (int offset = 0; offset < 6; offset += 2) {
            queue.page(filter, offset, 2).forEach(i -> paged.add(number(i)));
        }
        assertThat(paged).isEqualTo(ids(filter)).doesNotHaveDuplicates();
    }

    @Test
    void walksTheFilteredQueueInEverySortOrderOneByOne() {
        for (QueueSort sort : QueueSort.values()) {
            for (String direction : List.of("", "-")) {
                QueueFilter filter = filter("sort", direction + sort.parameter());
                List<Integer> all = ids(filter);
                List<Integer> walked = new ArrayList<>();
                Optional<Invitation> next = queue.page(filter, 0, 1).stream().findFirst();
                while (next.isPresent()) {
                    InvitationId here = next.get().id();
                    assertThat(queue.countBefore(here, filter).number()).isEqualTo(walked.size());
                    walked.add(number(next.get()));
                    next = queue.after(here, filter);
                }
                assertThat(walked).as(direction + sort.parameter()).isEqualTo(all);
                assertThat(queue.before(id(all.get(4)), filter).map(QueueTests::number))
                        .contains(all.get(3));
            }
        }
    }

    @Test
    void goesOnFromAnInvitationThatWasDecidedMeanwhile() {
        invitations.open(id(2), 9, 0, T0);
        invitations.decided(id(2), 9, InvitationState.REJECTED, T0);

        assertThat(queue.after(id(2), ALL).map(QueueTests::number)).contains(4);
        assertThat(queue.before(id(2), ALL).map(QueueTests::number)).contains(1);
        assertThat(ids(ALL)).containsExactly(3, 1, 4, 5);
    }

    @Test
    void countsByTypeAndByAge() {
        assertThat(queue.countByType(ALL)).isEqualTo(Map.of("LENS", new Count(2), "WORKLOAD", new Count(3)));
        assertThat(queue.countSeenBy(T0.plusSeconds(60), Scope.EVERYTHING)).isEqualTo(new Count(3));
        assertThat(queue.owners(Scope.EVERYTHING)).containsExactly("555566667777", "999988887777");
    }

    private static void see(Sightings sightings, Source source, Instant began, ListedInvitation... seen) {
        sightings.store(new Reading(source, List.of(seen), Map.of(), began, null));
    }

    private static QueueFilter filter(String name, String value) {
        return QueueFilter.of(name.equals("sort") ? Map.of(name, value) : Map.of(name, value, "sort", "expiresBy"))
                .in(Scope.EVERYTHING);
    }

    private List<Integer> ids(QueueFilter filter) {
        return queue.page(filter, 0, 50).stream().map(QueueTests::number).toList();
    }

    private static int number(Invitation invitation) {
        return Integer.parseInt(invitation.id().value(), 16);
    }
}
