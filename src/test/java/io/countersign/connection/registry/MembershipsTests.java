package io.countersign.connection.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.authority.ValueRepository;
import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.ConnectionVerification;
import io.countersign.connection.Memberships;
import io.countersign.connection.Region;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationAccountRepository;
import io.countersign.policy.LooseningRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Checks that each change of a membership is recorded with the user who must not confirm it. */
class MembershipsTests {

    private static final AccountId RETAIL = new AccountId("111122223333");
    private static final AccountId LOGISTICS = new AccountId("222233334444");
    private static final String ROLE = "arn:aws:iam::111122223333:role/reader";
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final Duration ANY = Duration.ofSeconds(1);

    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private DataSource tables;
    private AnnotationConfigApplicationContext context;

    @BeforeEach
    void open() {
        tables = TestDatabase.migrated();
        start();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void restart(ConnectionProperties.Owner... owners) {
        context.close();
        start(owners);
    }

    private void start(ConnectionProperties.Owner... owners) {
        ConnectionProperties properties = new ConnectionProperties(
                List.of(), List.of(owners), new ConnectionProperties.Aws(null, ANY, ANY, ANY, ANY, ANY));
        context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(tables));
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(tables));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(tables));
        context.registerBean(InstantSource.class, () -> (InstantSource) () -> NOW);
        context.registerBean(ConnectionProperties.class, () -> properties);
        context.registerBean(ConfiguredConnections.class, () -> new ConfiguredConnections(properties));
        context.registerBean(AuditLog.class, () -> auditLog);
        context.register(
                ConnectionServiceTests.Transactions.class,
                StoredConnectionRepository.class,
                OrganizationAccountRepository.class,
                ConnectionVersionRepository.class,
                ValueRepository.class,
                EffectiveValues.class,
                Memberships.class,
                ConnectionVerification.class,
                ConnectionValues.class,
                ConnectionService.class,
                OrganizationAccountService.class);
        context.refresh();
    }

    @Test
    void countsTheAccountsOfAnOrganizationAsBeforeUntilASecondUserConfirms() {
        lists("mallory", RETAIL, LOGISTICS);

        assertThat(changes())
                .extracting(ValueChange::subject, ValueChange::before, ValueChange::after, ValueChange::by)
                .containsExactly(
                        tuple(RETAIL.value(), null, "internal", "mallory"),
                        tuple(LOGISTICS.value(), null, "internal", "mallory"));
        assertThat(changes()).allMatch(LooseningRule::loosens);
        assertThat(LooseningRule.counting(changes(), Duration.ofDays(1), NOW)).hasSize(2);
        assertThat(auditLog.entries)
                .first()
                .isEqualTo(AuditEntry.by("mallory", AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                        .withMessage("membership 111122223333: none → internal"
                                + "\nmembership 222233334444: none → internal"
                                + "\naccounts 1 to 2 of 2 whose membership AWS Organizations changes"));
    }

    @Test
    void recordsOnlyTheDifferencesBetweenTwoLists() {
        lists("admin", RETAIL);
        lists("admin", RETAIL);
        lists("other", LOGISTICS);

        assertThat(changes())
                .extracting(ValueChange::subject, ValueChange::before, ValueChange::after, ValueChange::by)
                .containsExactly(
                        tuple(RETAIL.value(), null, "internal", "admin"),
                        tuple(RETAIL.value(), "internal", null, "other"),
                        tuple(LOGISTICS.value(), null, "internal", "other"));
    }

    @Test
    void findsNoDifferenceAtAStartAfterAListOfTheOrganization() {
        lists("admin", RETAIL);
        restart();

        assertThat(changes()).hasSize(1);
        assertThat(auditLog.messages()).noneMatch(message -> message.contains("found at startup"));
    }

    /** The audit log cuts a message after 2000 characters. */
    @Test
    void auditsEachAccountOfALargeOrganization() {
        List<AccountId> many = IntStream.range(0, 90)
                .mapToObj(i -> new AccountId("%012d".formatted(300000000000L + i)))
                .toList();
        lists("admin", many.toArray(AccountId[]::new));

        List<String> messages = auditLog.messages().stream()
                .filter(message -> message.contains("membership"))
                .toList();
        assertThat(messages).hasSize(3).allMatch(message -> message.length() < 2000);
        assertThat(many).allMatch(account -> messages.stream().anyMatch(text -> text.contains(account.value())));
    }

    @Test
    void keepsAConfiguredExternalAccountExternalUntilItsRemovalFromTheConfigurationIsConfirmed() {
        restart(external(RETAIL));
        assertThat(changes()).singleElement().extracting(ValueChange::after).isEqualTo("external");
        lists("admin", RETAIL);
        service().add(connection(ROLE), "admin");
        verification().readSucceeded(RETAIL);
        assertThat(changes()).hasSize(1);
        assertThat(auditLog.messages()).noneMatch(message -> message.contains("→ internal"));
        assertThat(auditLog.entries).last().extracting(AuditEntry::action).isEqualTo(AuditAction.CONNECTION_CHANGED);

        restart();

        assertThat(changes()).last().satisfies(change -> {
            assertThat(change.before()).isEqualTo("external");
            assertThat(change.after()).isEqualTo("internal");
            assertThat(change.by()).isNull();
            assertThat(LooseningRule.loosens(change)).isTrue();
        });
    }

    @Test
    void recordsNoChangeIfTheOrganizationListsTheAccountOfAConnection() {
        lists("admin", RETAIL);
        service().add(connection(ROLE), "admin");
        verification().readSucceeded(RETAIL);

        assertThat(changes()).hasSize(1);
        service().remove(RETAIL, "admin");
        assertThat(changes()).hasSize(1);
    }

    @Test
    void namesTheUserWhoAddedAConnectionAndNotTheLastEditor() {
        service().add(connection(ROLE), "mallory");
        service().pause(RETAIL, "admin");
        service().resume(RETAIL, "admin");
        change(connection(ROLE).named("Renamed"), "admin");

        verification().readSucceeded(RETAIL);

        assertThat(changes()).singleElement().extracting(ValueChange::by).isEqualTo("mallory");
    }

    /** Then two users confirm. */
    @Test
    void namesNoUserIfAnotherUserReplacedTheRole() {
        service().add(connection(null), "admin");
        change(connection(ROLE), "mallory");

        verification().readSucceeded(RETAIL);

        assertThat(changes()).singleElement().extracting(ValueChange::by).isNull();
        assertThat(auditLog.messages())
                .last()
                .isEqualTo("membership 111122223333: none → internal\nfirst successful read of the connection");
    }

    /** The first reads of several Regions may end at the same time. */
    @Test
    void recordsTheFirstReadOnce() {
        service().add(connection(ROLE), "admin");
        auditLog.entries.clear();

        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(read ->
                                CompletableFuture.runAsync(() -> verification().readSucceeded(RETAIL)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(auditLog.messages()).hasSize(1);
        assertThat(changes()).hasSize(1);
    }

    @Test
    void namesTheUserWhoAddedAConnectionAndItsRole() {
        service().add(connection(null), "admin");
        change(connection(ROLE), "admin");

        verification().readSucceeded(RETAIL);

        assertThat(changes()).singleElement().extracting(ValueChange::by).isEqualTo("admin");
    }

    @Test
    void recordsThatARemovedConnectionNoLongerMakesItsAccountInternal() {
        service().add(connection(ROLE), "admin");
        verification().readSucceeded(RETAIL);
        service().remove(RETAIL, "other");

        assertThat(changes())
                .extracting(ValueChange::before, ValueChange::after, ValueChange::by)
                .containsExactly(tuple(null, "internal", "admin"), tuple("internal", null, "other"));
        assertThat(auditLog.messages()).last().asString().endsWith("\nmembership 111122223333: internal → none");
    }

    private void lists(String person, AccountId... accounts) {
        context.getBean(OrganizationAccountService.class)
                .store(
                        Stream.of(accounts)
                                .map(account -> new OrganizationAccount(account, account.value(), "ACTIVE"))
                                .toList(),
                        person);
    }

    private void change(Connection connection, String person) {
        int version = context.getBean(StoredConnectionRepository.class)
                .find(RETAIL)
                .orElseThrow()
                .version();
        assertThat(service().change(connection, version, person)).isTrue();
    }

    private ConnectionService service() {
        return context.getBean(ConnectionService.class);
    }

    private ConnectionVerification verification() {
        return context.getBean(ConnectionVerification.class);
    }

    /** Returns the changes of memberships, oldest first. */
    private List<ValueChange> changes() {
        return context.getBean(ValueRepository.class).latest(Instant.EPOCH, 1000).stream()
                .filter(change -> change.kind() == ValueKind.MEMBERSHIP)
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
    }

    private static ConnectionProperties.Owner external(AccountId account) {
        return new ConnectionProperties.Owner(account.value(), "Partner", false);
    }

    private static Connection connection(@Nullable String role) {
        return new Connection(RETAIL, "Retail", "aws", role, null, "first-id", List.of(new Region("eu-west-1")));
    }
}
