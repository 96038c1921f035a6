package io.countersign.connection.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.audit.TestAuditLog;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.authority.ValueRepository;
import io.countersign.connection.AccountId;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.ConnectionVerification;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownMembership;
import io.countersign.connection.Memberships;
import io.countersign.connection.Region;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationAccountRepository;
import io.countersign.running.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

class ConnectionServiceTests {

    private static final AccountId RETAIL = new AccountId("111122223333");
    private static final AccountId LOGISTICS = new AccountId("222233334444");
    private static final AccountId CONFIGURED = new AccountId("999900001111");
    private static final String ROLE = "arn:aws:iam::111122223333:role/reader";
    private static final Duration ANY = Duration.ofSeconds(1);

    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private Instant now = Instant.parse("2026-11-22T14:00:00Z");
    private Replica here;
    private Replica other;

    @BeforeEach
    void start() {
        DataSource tables = TestDatabase.migrated();
        here = new Replica(tables);
        other = new Replica(tables);
    }

    @AfterEach
    void stop() {
        here.context.close();
        other.context.close();
    }

    /** One of several replicas on the same database. */
    private final class Replica {

        final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

        Replica(DataSource tables) {
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(tables));
            context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(tables));
            context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(tables));
            context.registerBean(InstantSource.class, () -> (InstantSource) () -> now);
            context.registerBean(ConnectionProperties.class, ConnectionServiceTests::configured);
            context.registerBean(ConfiguredConnections.class, () -> new ConfiguredConnections(configured()));
            context.registerBean(AuditLog.class, () -> auditLog.storedIn(TestAuditLog.log(tables, () -> now)));
            context.register(
                    Transactions.class,
                    StoredConnectionRepository.class,
                    OrganizationAccountRepository.class,
                    ConnectionVersionRepository.class,
                    ValueRepository.class,
                    EffectiveValues.class,
                    Memberships.class,
                    ConnectionVerification.class,
                    CurrentConnections.class,
                    ConnectionService.class,
                    OrganizationAccountService.class);
            context.refresh();
        }

        ConnectionService changes() {
            return context.getBean(ConnectionService.class);
        }

        OrganizationAccountService organization() {
            return context.getBean(OrganizationAccountService.class);
        }

        CurrentConnections connections() {
            return context.getBean(CurrentConnections.class);
        }

        ConnectionVerification verification() {
            return context.getBean(ConnectionVerification.class);
        }

        StoredConnectionRepository stored() {
            return context.getBean(StoredConnectionRepository.class);
        }
    }

    @EnableTransactionManagement
    static class Transactions {}

    private static ConnectionProperties configured() {
        ConnectionProperties.Account account = new ConnectionProperties.Account(
                CONFIGURED.value(), "Hub", "aws", null, null, null, List.of("eu-west-1"), null, null);
        return new ConnectionProperties(
                List.of(account), List.of(), new ConnectionProperties.Aws(null, ANY, ANY, ANY, ANY, ANY));
    }

    private static Connection connection(AccountId account, String name, @Nullable String role, String... regions) {
        return new Connection(
                account,
                name,
                "aws",
                role,
                null,
                "first-id",
                Stream.of(regions).map(Region::new).toList());
    }

    @Test
    void refusesAnEditOfAConnectionThatWasRemovedAndAddedAgain() {
        here.changes().add(connection(RETAIL, "First life", ROLE, "eu-west-1"), "admin");
        int seen = here.stored().find(RETAIL).orElseThrow().version();
        here.changes().remove(RETAIL, "other");
        here.changes().add(connection(RETAIL, "Second life", ROLE, "eu-west-1"), "other");

        Connection typed = connection(RETAIL, "From an old tab", ROLE, "eu-west-1");
        assertThat(here.changes().change(typed, seen, "admin")).isFalse();
        assertThat(here.connections().find(RETAIL).orElseThrow().name()).isEqualTo("Second life");
    }

    @Test
    void listsAddedConnectionsAfterConfiguredOnes() {
        Connection retail = connection(RETAIL, "支払い’s <b>", ROLE, "eu-west-1", "us-east-1");

        assertThat(here.changes().add(retail, "admin")).isTrue();

        assertThat(here.connections().all()).extracting(Connection::account).containsExactly(CONFIGURED, RETAIL);
        assertThat(here.connections().find(RETAIL)).contains(retail);
        assertThat(here.stored().find(RETAIL)).hasValueSatisfying(stored -> assertThat(stored)
                .isEqualTo(new StoredConnection(retail, true, false, 1, now, "admin")));
        assertThat(auditLog.entries)
                .containsExactly(AuditEntry.by("admin", AuditAction.CONNECTION_CHANGED, AuditOutcome.DONE)
                        .about(AuditSubjects.of(RETAIL))
                        .withMessage("connection added\nname: none → 支払い’s <b>\nrole: none → " + ROLE
                                + "\nRegions: none → eu-west-1, us-east-1"));
    }

    @Test
    void refusesToConnectAnAccountTwice() {
        assertThat(here.changes().add(connection(RETAIL, "a", null, "eu-west-1"), "admin"))
                .isTrue();

        assertThat(here.changes().add(connection(RETAIL, "b", null, "eu-west-1"), "admin"))
                .isFalse();
        assertThat(here.changes().add(connection(CONFIGURED, "c", null, "eu-west-1"), "admin"))
                .isFalse();
        assertThat(auditLog.entries).hasSize(1);
    }

    @Test
    void showsChangesOnOtherReplicasWithinASecond() {
        assertThat(other.connections().find(RETAIL)).isEmpty();
        List<Connection> before = other.connections().all();

        now = now.plusSeconds(5);
        assertThat(other.connections().all()).isSameAs(before);
        here.changes().add(connection(RETAIL, "Retail", null, "eu-west-1"), "admin");
        assertThat(here.connections().find(RETAIL)).isPresent();

        now = now.plus(CurrentConnections.TRUSTED_FOR);
        assertThat(other.connections().find(RETAIL)).isPresent();
        assertThat(other.connections().find("111122223333")).contains(new KnownAccount(RETAIL, "Retail", null));
    }

    @Test
    void callsAnOwnerInternalOnlyAfterTheFirstSuccessfulRead() {
        here.changes().add(connection(RETAIL, "Retail", ROLE, "eu-west-1"), "admin");
        assertThat(membership(RETAIL)).isEmpty();
        assertThat(changes()).isEmpty();

        here.verification().readSucceeded(RETAIL);
        here.verification().readSucceeded(RETAIL);
        now = now.plus(CurrentConnections.TRUSTED_FOR);

        assertThat(membership(RETAIL)).contains(KnownMembership.INTERNAL);
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(ValueKind.MEMBERSHIP);
            assertThat(change.before()).isNull();
            assertThat(change.after()).isEqualTo("internal");
            assertThat(change.by()).isEqualTo("admin");
        });
        assertThat(auditLog.entries).last().satisfies(entry -> assertThat(entry.message())
                .isEqualTo("membership 111122223333: none → internal"
                        + "\nfirst successful read of the connection of admin"));
    }

    @Test
    void forgetsTheReadOfARemovedConnection() {
        here.changes().add(connection(RETAIL, "Retail", ROLE, "eu-west-1"), "admin");
        here.verification().readSucceeded(RETAIL);
        here.changes().remove(RETAIL, "admin");
        // a poll that began before the removal
        here.verification().readSucceeded(RETAIL);

        here.changes().add(connection(RETAIL, "Retail", ROLE, "eu-west-1"), "admin");

        assertThat(membership(RETAIL)).isEmpty();
    }

    /** Without a role, the credentials of the process may read another account. */
    @Test
    void doesNotVerifyAConnectionWithoutARole() {
        here.changes().add(connection(RETAIL, "Retail", null, "eu-west-1"), "admin");
        here.verification().readSucceeded(RETAIL);
        here.verification().readSucceeded(CONFIGURED);

        assertThat(membership(RETAIL)).isEmpty();
        assertThat(membership(CONFIGURED)).contains(KnownMembership.INTERNAL);
        assertThat(changes()).isEmpty();
    }

    private Optional<KnownMembership> membership(AccountId account) {
        return here.connections().find(account.value()).flatMap(KnownAccount::membership);
    }

    private List<ValueChange> changes() {
        return here.context.getBean(ValueRepository.class).latest(Instant.EPOCH, 10);
    }

    @Test
    @Timeout(20)
    void doesNotBlockAThreadThatHoldsTheLastPooledConnection() {
        HikariConfig one = new HikariConfig();
        one.setDataSource(TestDatabase.migrated());
        one.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(one)) {
            Replica alone = new Replica(pool);
            CompletableFuture<List<Connection>> waiting = new CompletableFuture<>();
            new TransactionTemplate(alone.context.getBean(JdbcTransactionManager.class))
                    .executeWithoutResult(holding -> {
                        waiting.completeAsync(alone.connections()::all);
                        Await.until(
                                "somebody else wants the connection",
                                Duration.ofSeconds(5),
                                () -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);
                        assertThat(alone.connections().all()).hasSize(1);
                    });
            assertThat(waiting.join()).hasSize(1);
            alone.context.close();
        }
    }

    /** A hundred polls that all read thousands of rows would use up the connections of the pool. */
    @Test
    @Timeout(20)
    void usesTheSnapshotWhileAnotherThreadLooksForChanges() {
        List<Connection> before = other.connections().all();
        here.changes().add(connection(RETAIL, "Retail", ROLE, "eu-west-1"), "admin");
        now = now.plus(CurrentConnections.TRUSTED_FOR);
        CompletableFuture<List<Connection>> looking = new CompletableFuture<>();
        new TransactionTemplate(here.context.getBean(JdbcTransactionManager.class)).executeWithoutResult(holding -> {
            JdbcClient jdbc = here.context.getBean(JdbcClient.class);
            jdbc.sql("lock table connection in access exclusive mode").update();
            looking.completeAsync(other.connections()::all);
            Await.until("the other thread waits for the rows", Duration.ofSeconds(5), () -> waitsForTheTable(jdbc));
            assertThat(other.connections().all()).isSameAs(before);
        });
        assertThat(looking.join()).hasSize(2);
        assertThat(other.connections().all()).hasSize(2);
    }

    private static boolean waitsForTheTable(JdbcClient jdbc) {
        return jdbc.sql(
                        "select exists (select 1 from pg_locks where relation = 'connection'::regclass and not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void refusesTheSecondOfTwoEdits() {
        here.changes().add(connection(RETAIL, "Retail", null, "eu-west-1"), "admin");

        assertThat(here.changes().change(connection(RETAIL, "First", null, "eu-west-1", "eu-west-2"), 1, "ann"))
                .isTrue();
        assertThat(other.changes().change(connection(RETAIL, "Second", null, "eu-west-1"), 1, "bob"))
                .isFalse();

        assertThat(here.connections().find(RETAIL))
                .contains(connection(RETAIL, "First", null, "eu-west-1", "eu-west-2"));
        assertThat(auditLog.entries).hasSize(2);
        assertThat(auditLog.messages())
                .last()
                .isEqualTo("connection changed\nname: Retail → First\nRegions: eu-west-1 → eu-west-1, eu-west-2");
        assertThat(auditLog.entries).last().extracting(AuditEntry::actor).isEqualTo("ann");
        assertThat(other.changes().change(connection(LOGISTICS, "x", null, "eu-west-1"), 1, "bob"))
                .isFalse();
    }

    @Test
    void recordsAReplacedExternalIdWithoutItsValue() {
        here.changes().add(connection(RETAIL, "Retail", ROLE, "eu-west-1"), "admin");
        Connection changed =
                new Connection(RETAIL, "Retail", "aws", ROLE, null, "second-id", List.of(new Region("eu-west-1")));

        assertThat(here.changes().change(changed, 1, "admin")).isTrue();

        assertThat(here.stored().find(RETAIL).orElseThrow().connection().externalId())
                .isEqualTo("second-id");
        assertThat(auditLog.messages().get(1)).isEqualTo("connection changed\nexternal id: replaced");
        assertThat(auditLog.entries.toString()).doesNotContain("first-id", "second-id");
    }

    @Test
    void recordsNoEditWithoutChanges() {
        here.changes().add(connection(RETAIL, "Retail", null, "eu-west-1"), "admin");

        assertThat(here.changes().change(connection(RETAIL, "Retail", null, "eu-west-1"), 1, "ann"))
                .isTrue();

        assertThat(auditLog.entries).hasSize(1);
        assertThat(here.stored().find(RETAIL).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void excludesAPausedConnectionFromPollingButKeepsItsName() {
        here.changes().add(connection(RETAIL, "Retail", null, "eu-west-1"), "admin");

        here.changes().pause(RETAIL, "admin");
        here.changes().pause(RETAIL, "admin");
        assertThat(here.connections().all()).extracting(Connection::account).containsExactly(CONFIGURED);
        assertThat(here.connections().find("111122223333")).isPresent();

        here.changes().resume(RETAIL, "admin");
        assertThat(here.connections().sources()).hasSize(2);
        assertThat(auditLog.messages()).hasSize(3).endsWith("connection paused", "connection resumed");
    }

    @Test
    void allowsARemovedAccountToBeAddedAgain() {
        here.changes().add(connection(RETAIL, "Retail", null, "eu-west-1"), "admin");

        here.changes().remove(RETAIL, "admin");
        here.changes().remove(RETAIL, "admin");

        assertThat(here.connections().find(RETAIL)).isEmpty();
        assertThat(auditLog.entries).hasSize(2);
        assertThat(here.changes().add(connection(RETAIL, "Again", null, "eu-west-1"), "admin"))
                .isTrue();
    }

    @Test
    void changesNothingIfTheAuditEntryFails() {
        auditLog.failing = true;
        assertThatThrownBy(() -> here.changes().add(connection(RETAIL, "Retail", null, "eu-west-1"), "admin"))
                .hasMessage("the audit entry cannot be written");

        assertThat(here.stored().all()).isEmpty();
        assertThat(here.connections().find(RETAIL)).isEmpty();
    }

    @Test
    void renamesImportedConnectionsAndMarksTheOrganizationAsInternal() {
        here.changes().add(connection(RETAIL, "Ours", null, "eu-west-1"), "admin");
        here.changes().addImported(List.of(connection(LOGISTICS, "logistics", null, "eu-west-1")), "admin");

        here.organization()
                .store(
                        List.of(
                                new OrganizationAccount(RETAIL, "retail-prod", "ACTIVE"),
                                new OrganizationAccount(LOGISTICS, "logistics-prod", "ACTIVE"),
                                new OrganizationAccount(new AccountId("555566667777"), "platform", "SUSPENDED")),
                        "admin");

        assertThat(here.connections().find(RETAIL)).map(Connection::name).contains("Ours");
        assertThat(here.connections().find(LOGISTICS)).map(Connection::name).contains("logistics-prod");
        assertThat(here.connections().find("555566667777"))
                .contains(new KnownAccount(new AccountId("555566667777"), "platform", true));
        assertThat(auditLog.messages()).last().isEqualTo("AWS Organizations: 3 accounts listed, 1 connections renamed");

        here.organization().store(List.of(), "admin");
        assertThat(here.connections().find("555566667777")).isEmpty();
    }

    @Test
    void importsAndFindsTwoThousandAccounts() {
        List<Connection> many = IntStream.range(0, 2000)
                .mapToObj(i -> connection(
                        new AccountId("%012d".formatted(300000000000L + i)),
                        "account " + i,
                        null,
                        "eu-west-1",
                        "eu-west-2",
                        "us-east-1",
                        "us-east-2",
                        "ap-southeast-2"))
                .toList();
        here.changes().add(many.get(7), "admin");

        assertThat(here.changes().addImported(many, "admin")).hasSize(1999);

        assertThat(here.connections().sources()).hasSize(10_001);
        assertThat(here.connections().find(many.get(1999).account())).isEqualTo(Optional.of(in(many.get(1999))));
    }

    private static Connection in(Connection connection) {
        return connection.in(connection.regions().stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList());
    }
}
