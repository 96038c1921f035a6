package io.countersign.queue;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.lens;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.ListedInvitation;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.AssignmentMatch;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueuePosition;
import io.countersign.invitation.update.PollResult;
import io.countersign.invitation.update.TestInvitationUpdater;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.invitation.view.InvitationViewAssembler;
import io.countersign.invitation.view.TestInvitations;
import io.countersign.owner.Owners;
import io.countersign.owner.TestOwners;
import io.countersign.sync.Coverage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Checks a queue that is longer than the limit of counting. */
class LongQueueTests {

    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");
    private static final int WORKLOADS = 1199;
    private static final int LENS = 1200;
    private static final QueueFilter ALL = QueueFilter.all(VisibilityScope.EVERYTHING);
    private static final Coverage COMPLETE = new Coverage(1, 0, 0, 10, T0, List.of());

    private QueueListAssembler pages;
    private InvitationPageAssembler places;

    @BeforeEach
    void fill() throws SQLException {
        // Thousands of statements with a connection each would take minutes.
        DataSource dataSource =
                new SingleConnectionDataSource(TestDatabase.migrated().getConnection(), true);
        List<ListedInvitation> listed = new ArrayList<>();
        for (int i = 1; i <= WORKLOADS; i++) {
            listed.add(workload(i, "w" + i));
        }
        listed.add(lens(LENS, "a lens"));
        TestInvitationUpdater.on(dataSource).store(new PollResult(RETAIL, listed, Map.of(), T0, null));
        TestInvitations invitations = new TestInvitations(JdbcClient.create(dataSource));
        Owners owners = TestOwners.on(dataSource, () -> T0);
        InvitationViewAssembler views = invitations.views(TestOwners.NOBODY, owners, () -> T0);
        pages = new QueueListAssembler(invitations.queue(), views, owners);
        places = invitations.pages(views);
    }

    @Test
    void showsThatThereAreMoreThanTheLimitOfCounting() {
        QueueList page = page(ALL, 1);
        assertThat(page.counts().waiting()).hasToString("1,000+");
        assertThat(page.counts().total()).hasToString("1,000+");
        assertThat(page.tabs().stream().map(tab -> tab.count().toString()))
                .containsExactly("1,000+", "0", "0", "0", "0");
        assertThat(page.counts().urgent()).isEqualTo(new CappedCount(0));
    }

    @Test
    void countsExactlyBelowTheLimit() {
        QueueList page =
                page(QueueFilter.of(Map.of("type", "LENS")).in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL), 1);
        assertThat(page.counts().total()).isEqualTo(new CappedCount(1));
        assertThat(page.counts().waiting().more()).isTrue();
        assertThat(page(QueueFilter.of(Map.of("text", "w110")).in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL), 1)
                        .counts()
                        .total())
                .isEqualTo(new CappedCount(11));
    }

    @Test
    void searchesAgainForATextThatManyInvitationsHave() {
        QueueFilter search = QueueFilter.of(Map.of("text", "w")).in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL);
        assertThat(pages.counts(search).found()).isNull();
        assertThat(page(search, 1).counts().total().more()).isTrue();
        assertThat(page(search, 1).rows()).hasSize(QueueListAssembler.SIZE);
    }

    @Test
    void pagesToTheLastRow() {
        assertThat(page(ALL, 23).range().nextHref()).isEqualTo("/?page=24");
        QueueList last = page(ALL, 24);
        assertThat(last.range().nextHref()).isNull();
        assertThat(last.rows()).hasSize(QueueListAssembler.SIZE);
        assertThat(last.range().to()).isEqualTo(LENS);
        assertThat(page(ALL, 500)).isEqualTo(last);
    }

    private QueueList page(QueueFilter filter, int number) {
        return pages.page(filter, number, pages.counts(filter), COMPLETE, List.of());
    }

    @Test
    void showsPositionsUpToTheLimitOfCounting() {
        assertThat(places.place(id(1), ALL).position()).isEqualTo(1);
        assertThat(places.place(id(1000), ALL).position()).isEqualTo(1000);
        QueuePosition far = places.place(id(1001), ALL);
        assertThat(far.position()).isNull();
        assertThat(far.total()).hasToString("1,000+");
        assertThat(far.nextHref()).contains(id(1002).value());
    }
}
