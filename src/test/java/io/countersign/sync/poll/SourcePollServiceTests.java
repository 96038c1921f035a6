package io.countersign.sync.poll;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.lens;
import static io.countersign.invitation.Listings.source;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueRepository;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.ConnectionVerification;
import io.countersign.connection.Connections;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.Memberships;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.SharedResources;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.TestInvitationUpdater;
import io.countersign.running.Await;
import io.countersign.sync.Coverage;
import io.countersign.sync.SyncProperties;
import io.countersign.sync.coverage.SourceCoverage;
import io.countersign.sync.removal.RemovalReasonResolver;
import io.countersign.sync.source.ConnectedSourceSync;
import io.countersign.sync.source.CoverageRepository;
import io.countersign.sync.source.SourceStatusRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

public class SourcePollServiceTests {

    private static final AwsFailure DENIED =
            new AwsFailure(AwsFailure.Kind.ACCESS_DENIED, "no", "AccessDeniedException", "r1");
    private static final AwsFailure DOWN =
            new AwsFailure(AwsFailure.Kind.AWS_DOWN, "oops", "InternalServerException", "r3");
    private static final AwsFailure THROTTLED =
            new AwsFailure(AwsFailure.Kind.THROTTLED, "slow", "ThrottlingException", "r2");

    private final FakeShareInvitations aws = new FakeShareInvitations();
    private final AwsCallLimiter bound = new AwsCallLimiter(4);
    private ResourceVisibility resourceVisibility = new ResourceVisibility.NotVisible();
    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private Instant now = Instant.parse("2026-11-22T14:00:00Z");
    private AnnotationConfigApplicationContext context;
    private DataSource dataSource;
    private CountingTransactions stores;
    private SourcePollService sourcePollService;
    private SourceCoverage coverage;
    private InvitationRepository invitationRepository;

    @BeforeEach
    void open() {
        dataSource = TestDatabase.migrated();
        stores = new CountingTransactions(dataSource);
        InstantSource clock = () -> now;
        Connections connections = () -> List.of(
                new Connection(RETAIL.account(), "Retail prod", "aws", null, null, null, List.of(RETAIL.region())));
        context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(InvitationUpdater.class, () -> TestInvitationUpdater.on(dataSource, auditLog, context));
        context.registerBean(SharedResources.class, () -> (source, invitation) -> resourceVisibility);
        context.registerBean(
                SourceReader.class, () -> new SourceReader(aws, bound, context.getBean(ConnectionVerification.class)));
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(stores));
        context.registerBean(FakeShareInvitations.class, () -> aws);
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(Connections.class, () -> connections);
        Duration second = Duration.ofSeconds(1);
        context.registerBean(
                ConnectionProperties.class,
                () -> new ConnectionProperties(
                        List.of(),
                        List.of(),
                        new ConnectionProperties.Aws(null, second, second, second, second, second)));
        context.registerBean(SyncProperties.class, () -> properties());
        context.registerBean(AuditLog.class, () -> auditLog);
        context.register(Wiring.class);
        context.refresh();
        sourcePollService = context.getBean(SourcePollService.class);
        coverage = context.getBean(SourceCoverage.class);
        invitationRepository = context.getBean(InvitationRepository.class);
    }

    @AfterEach
    void close() {
        context.close();
        bound.close();
    }

    public static SyncProperties properties() {
        Duration minute = Duration.ofMinutes(1);
        return new SyncProperties(minute.multipliedBy(5), minute, Duration.ofHours(1), minute.multipliedBy(5), 4, 2);
    }

    /** Each of two transactions holds a row that the other one needs. */
    @Test
    void storesAgainAfterADeadlock() throws Exception {
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of(workload(1, "a"), workload(2, "b"))));
        sourcePollService.poll(RETAIL);
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of(workload(1, "c"), workload(2, "d"))));
        now = now.plusSeconds(60);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (var other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                // the server cancels the transaction whose time is over first
                statement.execute("set deadlock_timeout = '1min'");
                statement.execute("update invitation set warned_hours = 6 where resource_name = 'b'");
                CompletableFuture<?> poll = CompletableFuture.runAsync(() -> sourcePollService.poll(RETAIL), executor);
                Await.until(
                        "the poll waits for the row",
                        Duration.ofSeconds(30),
                        () -> holds("select exists (select 1 from pg_locks where not granted)"));
                statement.execute("update invitation set warned_hours = 6 where resource_name = 'a'");
                other.commit();
                poll.get(30, TimeUnit.SECONDS);
            }
        } finally {
            executor.shutdown();
        }
        assertThat(find(1).listed().resourceName()).isEqualTo("c");
        assertThat(find(2).listed().resourceName()).isEqualTo("d");
        Await.until(
                "the server counts the deadlock",
                Duration.ofSeconds(30),
                () -> holds("select deadlocks > 0 from pg_stat_database where datname = current_database()"));
    }

    private boolean holds(String query) {
        return JdbcClient.create(dataSource).sql(query).query(Boolean.class).single();
    }

    @Test
    void storesTheListedInvitationsOfEveryType() {
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of(workload(1, "w"))));
        aws.lists(RETAIL, ResourceType.LENS, new ListOutcome.Complete(List.of(lens(2, "l"))));
        sourcePollService.poll(RETAIL);

        assertThat(find(1).state()).isEqualTo(InvitationState.PENDING);
        assertThat(find(2).state()).isEqualTo(InvitationState.PENDING);
        assertThat(aws.listed()).hasSize(4);
        assertThat(coverage.now(VisibilityScope.EVERYTHING)).isEqualTo(new Coverage(1, 0, 0, 5, now, List.of()));
    }

    @Test
    void stopsAfterTheFirstRefusalOfARole() {
        AwsFailure refused = new AwsFailure(AwsFailure.Kind.ROLE_REFUSED, "no", "AccessDenied", "r4");
        ResourceType.KNOWN.forEach(type -> aws.lists(RETAIL, type, new ListOutcome.Incomplete(List.of(), refused)));
        sourcePollService.poll(RETAIL);

        assertThat(aws.listed()).hasSize(1);
    }

    @Test
    void storesTheOtherTypesAfterAFailureAndClosesNothing() {
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of(workload(1, "w"))));
        sourcePollService.poll(RETAIL);
        now = now.plusSeconds(60);
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Incomplete(List.of(), DOWN));
        aws.lists(RETAIL, ResourceType.LENS, new ListOutcome.Complete(List.of(lens(2, "l"))));
        sourcePollService.poll(RETAIL);

        assertThat(find(1).state()).isEqualTo(InvitationState.PENDING);
        assertThat(find(2).state()).isEqualTo(InvitationState.PENDING);
    }

    @Test
    void reportsWhenAFailureStartsChangesAndEnds() {
        fail(DENIED);
        fail(DENIED);
        fail(THROTTLED);
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of()));
        sourcePollService.poll(RETAIL);

        assertThat(auditLog.entries)
                .filteredOn(entry -> entry.action() == AuditAction.READ)
                .containsExactly(
                        read(AuditOutcome.FAILED).withMessage(DENIED.summary()).withRequestId(DENIED.requestId()),
                        read(AuditOutcome.FAILED)
                                .withMessage("ThrottlingException: slow")
                                .withRequestId("r2"),
                        read(AuditOutcome.RECOVERED));
    }

    @Test
    void countsAFailingSourceAsUnreadOnceItsLastPollIsOld() {
        sourcePollService.poll(RETAIL);
        Instant read = now;
        now = now.plusSeconds(301);
        Instant failed = now;
        fail(DENIED);

        Coverage.Unread unread =
                coverage.now(VisibilityScope.EVERYTHING).blind().get(0);
        assertThat(unread.readAt()).isEqualTo(read);
        assertThat(unread.since()).isEqualTo(failed);
        assertThat(unread.failure()).isEqualTo(new AwsFailure(DENIED.kind(), DENIED.message(), DENIED.code(), null));
    }

    @Test
    void stopsAfterAFailureOfTheWholeSource() {
        fail(DENIED);

        assertThat(aws.listed()).hasSize(1);
    }

    @Test
    void reportsARemovalWithItsReasonAndConfidence() {
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of(workload(1, "w"))));
        sourcePollService.poll(RETAIL);
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of()));
        now = now.plusSeconds(60);
        resourceVisibility = new ResourceVisibility.Visible("GetWorkload", "555566667777", id(1).value());
        sourcePollService.poll(RETAIL);

        assertThat(find(1).state()).isEqualTo(InvitationState.GONE);
        assertThat(auditLog.messages()).last().asString().startsWith("accepted outside Countersign (certain): ");
    }

    @Test
    void closesNothingIfTheRemovalReasonCannotBeRead() {
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of(workload(1, "w"))));
        sourcePollService.poll(RETAIL);
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of()));
        now = now.plusSeconds(60);
        resourceVisibility = new ResourceVisibility.Unclear(THROTTLED);
        sourcePollService.poll(RETAIL);

        assertThat(find(1).state()).isEqualTo(InvitationState.PENDING);
    }

    @Test
    void reportsAChangeWithOldAndNewValues() {
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of(workload(1, "w"))));
        sourcePollService.poll(RETAIL);
        now = now.plusSeconds(60);
        aws.lists(
                RETAIL,
                ResourceType.WORKLOAD,
                new ListOutcome.Complete(List.of(workload(1, "w", Permission.CONTRIBUTOR))));
        assertThat(sourcePollService.poll(RETAIL).changed()).isTrue();

        assertThat(auditLog.messages()).last().isEqualTo("PermissionType: READONLY → CONTRIBUTOR");
    }

    @Test
    void countsConsecutiveFailures() {
        fail(DENIED);
        assertThat(failedOnce(DENIED).status().failures()).isEqualTo(2);
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(List.of()));
        assertThat(sourcePollService.poll(RETAIL).status().failures()).isZero();
    }

    private SourcePollService.Result failedOnce(AwsFailure awsFailure) {
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Incomplete(List.of(), awsFailure));
        return sourcePollService.poll(RETAIL);
    }

    @Test
    void countsASourceThatWasNeverReadSeparately() {
        assertThat(coverage.now(VisibilityScope.EVERYTHING)).isEqualTo(new Coverage(1, 0, 1, 5, null, List.of()));
    }

    @Test
    void storesTenPollsAtATimeAtMost() {
        ExecutorService pollers = Executors.newFixedThreadPool(30);
        List<CompletableFuture<Void>> polls = IntStream.range(0, 30)
                .mapToObj(number -> source("111122223333", "us-test-" + number))
                .map(source -> CompletableFuture.runAsync(() -> sourcePollService.poll(source), pollers))
                .toList();
        polls.forEach(CompletableFuture::join);
        pollers.shutdown();

        assertThat(stores.most).hasValueBetween(2, 10);
    }

    private void fail(AwsFailure awsFailure) {
        failedOnce(awsFailure);
    }

    private Invitation find(int number) {
        return invitationRepository.find(id(number)).orElseThrow();
    }

    private static AuditEntry read(AuditOutcome outcome) {
        return AuditEntry.bySystem(AuditAction.READ, outcome).about(AuditSubjects.of(RETAIL));
    }

    /** Counts the transactions that are open at the same time. Each takes 300 ms, so that they overlap. */
    private static final class CountingTransactions extends JdbcTransactionManager {

        private static final long serialVersionUID = 1;

        private final transient AtomicInteger open = new AtomicInteger();
        private final transient AtomicInteger most = new AtomicInteger();

        CountingTransactions(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            super.doBegin(transaction, definition);
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            open.decrementAndGet();
            super.doCleanupAfterCompletion(transaction);
        }
    }

    @Import({
        ValueRepository.class,
        EffectiveValues.class,
        ConnectionVerification.class,
        Memberships.class,
        SourcePollService.class,
        RemovalReasonResolver.class,
        SourceStatusRepository.class,
        CoverageRepository.class,
        ConnectedSourceSync.class,
        SourceCoverage.class,
        InvitationRepository.class
    })
    static class Wiring {}
}
