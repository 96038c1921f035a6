package io.countersign.sync.coverage;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.lens;
import static io.countersign.invitation.Listings.source;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import io.countersign.invitation.InvitationColumns;
import io.countersign.invitation.PendingCounts;
import io.countersign.invitation.update.PollResult;
import io.countersign.invitation.update.TestInvitationUpdater;
import io.countersign.sync.SyncProperties;
import io.countersign.sync.source.SourceName;
import io.countersign.sync.source.SourceStatus;
import io.countersign.sync.source.SourceStatusRepository;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the metrics against both databases. */
class CoverageMetricsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final Source DENIED = source("333344445555", "us-east-1");
    private static final Source NEW = source("444455556666", "us-east-1");
    private static final Source REMOVED = source("999988887777", "us-east-1");
    private static final AwsFailure NO = new AwsFailure(AwsFailure.Kind.ACCESS_DENIED, "no", null, null);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private DataSource dataSource;
    private JdbcClient jdbc;
    private SourceStatusRepository statuses;

    @BeforeEach
    void open() {
        dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        statuses = new SourceStatusRepository(jdbc);
    }

    @Test
    void countsEveryConnectedSourceInOneState() {
        read(RETAIL, Duration.ofMinutes(1));
        read(LOGISTICS, Duration.ofMinutes(11));
        failed(DENIED, Duration.ofMinutes(30));
        read(REMOVED, Duration.ofDays(30));
        measure();
        assertThat(sources("READ")).isEqualTo(1);
        assertThat(sources("OLD")).isEqualTo(1);
        assertThat(sources("FAILING")).isEqualTo(1);
        assertThat(sources("NEVER")).isEqualTo(1);
        assertThat(failing("ACCESS_DENIED")).isEqualTo(1);
        assertThat(failing("TIMEOUT")).isZero();
    }

    @Test
    void reportsTheAgeOfTheLeastRecentlyReadSource() {
        read(RETAIL, Duration.ofMinutes(1));
        read(REMOVED, Duration.ofDays(30));
        measure();
        assertThat(age()).isEqualTo(60);
    }

    @Test
    void agesAnUnreadSourceFromItsFirstFailureOrItsDueTime() {
        read(RETAIL, Duration.ofMinutes(1));
        statuses.enrol(List.of(NEW));
        measure();
        assertThat(age()).as("not due yet").isEqualTo(60);

        failed(DENIED, Duration.ofMinutes(30));
        measure();
        assertThat(age()).isEqualTo(1800);

        due(NEW, Duration.ofHours(2));
        measure();
        assertThat(age()).isEqualTo(7200);
    }

    @Test
    void reportsNoNegativeAgeIfClocksDiffer() {
        read(RETAIL, Duration.ofMinutes(-1));
        measure();
        assertThat(age()).isZero();
    }

    @Test
    void countsPendingInvitationsByTypeAndUnknownTypesTogether() {
        ListedInvitation plain = workload(1, "w");
        ListedInvitation strange = new ListedInvitation(
                workload(4, "s").id(), new ResourceType("DASHBOARD"), null, null, null, "s", "d-1");
        see(plain, workload(2, "v"), lens(3, "l"), strange);
        jdbc.sql("update invitation set unclear = true where invitation_id = :id")
                .param("id", plain.id().value())
                .update();
        jdbc.sql("update invitation set state = 'GONE' where invitation_id = :id")
                .param("id", workload(2, "v").id().value())
                .update();
        measure();
        assertThat(pending("WORKLOAD")).isEqualTo(1);
        assertThat(pending("LENS")).isEqualTo(1);
        assertThat(pending("PROFILE")).isZero();
        assertThat(pending("OTHER")).isEqualTo(1);
        assertThat(value("countersign.invitations.unclear")).isEqualTo(1);
    }

    @Test
    void isNotANumberWithoutTheTables() {
        jdbc.sql("alter table source rename to elsewhere").update();
        measure();
        assertThat(age()).isNaN();
        assertThat(sources("READ")).isNaN();
        assertThat(pending("LENS")).as("the other metrics are still reported").isZero();
    }

    private void measure() {
        registry.clear();
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcClient.class, () -> jdbc);
            context.register(Counting.class);
            context.refresh();
            Connections connections = () -> List.of(RETAIL, LOGISTICS, DENIED, NEW).stream()
                    .map(CoverageMetricsTests::connection)
                    .toList();
            new CoverageMetrics(
                    registry,
                    connections,
                    new SourceReadTimes(jdbc),
                    context.getBean(PendingCounts.class),
                    properties(),
                    () -> NOW);
        }
    }

    private static SyncProperties properties() {
        Duration minute = Duration.ofMinutes(1);
        return new SyncProperties(minute.multipliedBy(5), minute, Duration.ofHours(1), minute.multipliedBy(10), 4, 2);
    }

    private static Connection connection(Source source) {
        return new Connection(source.account(), "x", "aws", null, null, null, List.of(source.region()));
    }

    private void read(Source source, Duration ago) {
        statuses.enrol(List.of(source));
        statuses.store(SourceStatus.neverTried(source).succeeded(NOW.minus(ago)));
    }

    private void failed(Source source, Duration ago) {
        statuses.enrol(List.of(source));
        statuses.store(SourceStatus.neverTried(source).failed(NOW.minus(ago), NO));
    }

    private void due(Source source, Duration ago) {
        jdbc.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('poll', :source, :at, false, 1)")
                .param("source", SourceName.of(source))
                .param("at", InvitationColumns.time(NOW.minus(ago)))
                .update();
    }

    private void see(ListedInvitation... listed) {
        TestInvitationUpdater.on(dataSource).store(new PollResult(RETAIL, List.of(listed), Map.of(), NOW, null));
    }

    private double sources(String state) {
        return value("countersign.sources", "state", state);
    }

    private double failing(String kind) {
        return value("countersign.sources.failing", "kind", kind);
    }

    private double pending(String type) {
        return value("countersign.invitations.pending", "type", type);
    }

    private double age() {
        return value("countersign.sources.oldest.read.age");
    }

    private double value(String name, String... tags) {
        Gauge gauge = registry.get(name).tags(tags).gauge();
        return gauge.value();
    }

    @Import(PendingCounts.class)
    static class Counting {}
}
