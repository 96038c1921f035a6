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
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class QueueTests {

    private static final QueueFilter ALL = QueueFilter.none().in(Scope.EVERYTHING);
    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");

    @Parameter
    TestDatabase database;

    private Queue queue;
    private Invitations invitations;

    @BeforeEach
    void fill() {
        DataSource dataSource = database.migrated();
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

        assertThat(queue.after(id(2), ALL).map(QueueTests::number)).contains(3);
        assertThat(queue.before(id(2), ALL).map(QueueTests::number)).contains(1);
        assertThat(ids(ALL)).containsExactly(1, 3, 4, 5);
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
        return QueueFilter.of(Map.of(name, value)).in(Scope.EVERYTHING);
    }

    private List<Integer> ids(QueueFilter filter) {
        return queue.page(filter, 0, 50).stream().map(QueueTests::number).toList();
    }

    private static int number(Invitation invitation) {
        return Integer.parseInt(invitation.id().value(), 16);
    }
}
