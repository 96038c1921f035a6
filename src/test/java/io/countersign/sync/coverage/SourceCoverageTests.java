package io.countersign.sync.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import io.countersign.invitation.VisibilityScope;
import io.countersign.sync.Coverage;
import io.countersign.sync.poll.SourcePollServiceTests;
import io.countersign.sync.source.ConnectedSourceSync;
import io.countersign.sync.source.CoverageRepository;
import io.countersign.sync.source.SourceStatus;
import io.countersign.sync.source.SourceStatusRepository;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SourceCoverageTests {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final Instant OLD = NOW.minusSeconds(301);
    private static final AwsFailure DENIED = new AwsFailure(AwsFailure.Kind.ACCESS_DENIED, "no", null, null);

    private List<Source> connected = sources(30);
    private JdbcClient jdbc;
    private SourceStatusRepository statuses;
    private SourceCoverage coverage;

    @BeforeEach
    void connect() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
        statuses = new SourceStatusRepository(jdbc);
        start(statuses);
        statuses.enrol(connected);
        connected.forEach(source -> statuses.store(read(source, NOW)));
    }

    private void start(SourceStatusRepository marked) {
        CoverageRepository rows = new CoverageRepository(jdbc);
        coverage = new SourceCoverage(
                () -> connected.stream().map(SourceCoverageTests::connection).toList(),
                new ConnectedSourceSync(marked, rows),
                rows,
                SourcePollServiceTests.properties(),
                () -> NOW);
    }

    @Test
    void isCompleteOnlyIfEverySourceIsUpToDate() {
        assertThat(coverage.now(VisibilityScope.EVERYTHING)).isEqualTo(new Coverage(30, 0, 0, 5, NOW, List.of()));
        assertThat(coverage.now(VisibilityScope.EVERYTHING).complete()).isTrue();
        statuses.store(read(connected.get(7), OLD));
        assertThat(coverage.now(VisibilityScope.EVERYTHING).complete()).isFalse();
        assertThat(coverage.now(VisibilityScope.EVERYTHING).blindSources()).isEqualTo(1);
        assertThat(coverage.now(VisibilityScope.EVERYTHING).upToDate()).isEqualTo(29);
    }

    @Test
    void namesTheLongestFailingSourcesFirstUpToALimit() {
        connected.forEach(source -> statuses.store(read(source, OLD)));
        statuses.store(read(connected.get(20), NOW).failed(NOW, DENIED));
        statuses.store(read(connected.get(25), OLD).failed(OLD, DENIED));

        Coverage now = coverage.now(VisibilityScope.EVERYTHING);
        assertThat(now.blindSources()).isEqualTo(30);
        assertThat(now.upToDate()).isZero();
        assertThat(now.blind()).hasSize(20);
        assertThat(now.blind().stream().map(Coverage.Unread::source).limit(3))
                .containsExactly(connected.get(25), connected.get(20), connected.get(0));
    }

    @Test
    void countsOnlyTheSourcesOfAScope() {
        statuses.store(read(connected.get(1), OLD));
        statuses.store(read(connected.get(2), OLD));
        VisibilityScope two = VisibilityScope.of(Set.of(
                new VisibilityScope.Place(connected.get(0).account(), null),
                new VisibilityScope.Place(
                        connected.get(1).account(), connected.get(1).region())));

        assertThat(coverage.now(two))
                .isEqualTo(
                        new Coverage(2, 1, 0, 5, NOW, List.of(new Coverage.Unread(connected.get(1), null, null, OLD))));
        assertThat(coverage.now(VisibilityScope.NOTHING)).isEqualTo(new Coverage(0, 0, 0, 5, null, List.of()));
    }

    @Test
    void countsANewConnectionSeparatelyUntilItsFirstPoll() {
        connected = sources(31);
        Coverage now = coverage.now(VisibilityScope.EVERYTHING);
        assertThat(now).isEqualTo(new Coverage(31, 0, 1, 5, NOW, List.of()));
        assertThat(now.complete()).isFalse();
        assertThat(now.upToDate()).isEqualTo(30);

        statuses.store(SourceStatus.neverTried(connected.get(30)).failed(NOW, DENIED));
        Coverage failed = coverage.now(VisibilityScope.EVERYTHING);
        assertThat(failed.firstReads()).isZero();
        assertThat(failed.blindSources()).isEqualTo(1);
        assertThat(failed.blind()).containsExactly(new Coverage.Unread(connected.get(30), DENIED, NOW, null));
    }

    @Test
    void countsASourceAsFailingIfItsFirstPollIsOverdue() {
        connected = sources(31);
        coverage.now(VisibilityScope.EVERYTHING);
        jdbc.sql("update source set enrolled_at = :old where read_at is null")
                .param("old", OLD.atOffset(ZoneOffset.UTC))
                .update();

        Coverage now = coverage.now(VisibilityScope.EVERYTHING);
        assertThat(now.firstReads()).isZero();
        assertThat(now.blindSources()).isEqualTo(1);
        assertThat(now.blind()).containsExactly(new Coverage.Unread(connected.get(30), null, null, null));
    }

    /** While one page marks the sources of new connections, another page must not count them as read. */
    @Test
    void countsSourcesThatAnotherThreadIsMarkingAsUnread() throws Exception {
        CountDownLatch marking = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        start(new SourceStatusRepository(jdbc) {
            @Override
            public void enrol(Collection<Source> sources) {
                marking.countDown();
                await(seen);
                super.enrol(sources);
            }
        });
        connected = sources(31);
        CompletableFuture<Coverage> first =
                CompletableFuture.supplyAsync(() -> coverage.now(VisibilityScope.EVERYTHING));
        await(marking);

        Coverage now = coverage.now(VisibilityScope.EVERYTHING);
        assertThat(now.sources()).isEqualTo(31);
        assertThat(now.upToDate()).isEqualTo(30);
        assertThat(now.complete()).isFalse();

        seen.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).upToDate()).isEqualTo(30);
        statuses.store(read(connected.get(30), NOW));
        assertThat(coverage.now(VisibilityScope.EVERYTHING).upToDate()).isEqualTo(31);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ignoresADisconnectedSourceAndKeepsItsStatus() {
        statuses.store(read(connected.get(29), OLD));
        connected = sources(29);
        assertThat(coverage.now(VisibilityScope.EVERYTHING)).isEqualTo(new Coverage(29, 0, 0, 5, NOW, List.of()));

        connected = sources(30);
        assertThat(coverage.now(VisibilityScope.EVERYTHING).blind())
                .containsExactly(new Coverage.Unread(connected.get(29), null, null, OLD));
    }

    private static SourceStatus read(Source source, Instant at) {
        return SourceStatus.neverTried(source).succeeded(at);
    }

    private static List<Source> sources(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Source(new AccountId(String.valueOf(111122220000L + i)), new Region("eu-west-1")))
                .toList();
    }

    private static Connection connection(Source source) {
        return new Connection(source.account(), "Retail", "aws", null, null, null, List.of(source.region()));
    }
}
