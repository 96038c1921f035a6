package io.countersign.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.running.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** Tests a real server; the tests share its data folder. */
class EmbeddedPostgresTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path root;

    private EmbeddedPostgres server;
    private JdbcClient jdbc;

    private static Path directory() {
        return root.resolve("postgresql");
    }

    private static MockEnvironment environment() {
        return new MockEnvironment()
                .withProperty("countersign.database.directory", directory().toString());
    }

    @BeforeAll
    static void createTable() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(directory())) {
            client(first.login())
                    .sql("create table kept (id integer primary key)")
                    .update();
        }
    }

    @BeforeEach
    void start() {
        server = EmbeddedPostgres.start(directory());
        jdbc = client(server.login());
        jdbc.sql("delete from kept").update();
        jdbc.sql("insert into kept values (1)").update();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void leavesNoServerBehind() throws IOException {
        assertThat(Postmaster.of(cluster())).isEmpty();
    }

    private static JdbcClient client(DatabaseLogin login) {
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.username(), login.password()));
    }

    private JdbcClient superuser() {
        DatabaseLogin login = server.login();
        return client(new DatabaseLogin(login.url(), PostgresCommands.SUPERUSER, login.password()));
    }

    private static Path cluster() {
        return PostgresDirectory.of(directory()).cluster();
    }

    private static Postmaster postmaster() throws IOException {
        return Postmaster.of(cluster()).orElseThrow();
    }

    private static void kill(Postmaster postmaster) {
        ProcessHandle process = ProcessHandle.of(postmaster.pid()).orElseThrow();
        process.destroyForcibly();
        Await.until("the server was killed", PATIENCE, () -> !postmaster.runsOn(cluster()));
    }

    private List<Integer> kept() {
        return client(server.login())
                .sql("select id from kept")
                .query(Integer.class)
                .list();
    }

    @Test
    void keepsItsDataWhenItIsStoppedAndStarted() {
        server.close();
        server = EmbeddedPostgres.start(directory());
        assertThat(kept()).containsExactly(1);
    }

    @Test
    void writesEveryCommitToTheDisk() {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(jdbc.sql("show " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    void requiresThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.login().url(), "countersign", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThat(superuser()
                        .sql("select distinct auth_method from pg_hba_file_rules")
                        .query(String.class)
                        .list())
                .containsExactly("scram-sha-256");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(superuser().sql("show listen_addresses").query(String.class).single())
                .isEqualTo("127.0.0.1");
        assertThat(superuser()
                        .sql("show unix_socket_directories")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void createsTrigramIndexesWithoutSuperuser() {
        assertThat(jdbc.sql("show is_superuser").query(String.class).single()).isEqualTo("off");
        jdbc.sql("create extension if not exists pg_trgm").update();
    }

    @Test
    void restrictsItsFilesToTheUserOfTheApplication() throws IOException {
        PostgresDirectory place = PostgresDirectory.of(directory());
        assertThat(permissions(place.root())).isEqualTo("rwx------");
        assertThat(permissions(place.cluster())).isEqualTo("rwx------");
        assertThat(permissions(place.passwordFile())).isEqualTo("rw-------");
        for (String file : List.of("lock", "initdb.log", "pg_ctl.log")) {
            assertThat(permissions(place.root().resolve(file))).as(file).isEqualTo("rw-------");
        }
        try (var files = Files.list(place.root())) {
            List<Path> programs = files.filter(
                            file -> file.getFileName().toString().startsWith("programs"))
                    .toList();
            assertThat(programs).hasSize(1);
            assertThat(permissions(programs.get(0))).isEqualTo("rwx------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void restartsAServerThatIsKilled() throws IOException {
        kill(postmaster());
        Await.until("the server was restarted", PATIENCE, () -> {
            try {
                return kept().equals(List.of(1));
            } catch (RuntimeException notYet) {
                return false;
            }
        });
    }

    @Test
    void takesOverAServerThatSurvivedItsApplication() throws IOException {
        EmbeddedPostgres survivor = server;
        survivor.abandon();
        long pid = postmaster().pid();
        server = EmbeddedPostgres.start(directory());
        assertThat(postmaster().pid()).isNotEqualTo(pid);
        assertThat(kept()).containsExactly(1);
    }

    @Test
    void recoversWhenApplicationAndServerWereKilled() throws IOException {
        server.abandon();
        kill(postmaster());
        server = EmbeddedPostgres.start(directory());
        assertThat(kept()).containsExactly(1);
    }

    @Test
    void doesNotStopAnUnrelatedProcessWithTheSamePid() throws Exception {
        server.close();
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    Postmaster.file(cluster()), other.pid() + "\n" + cluster() + "\n1700000000\n1\n\n127.0.0.1\n");
            server = EmbeddedPostgres.start(directory());
            assertThat(other.isAlive()).isTrue();
            assertThat(kept()).containsExactly(1);
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void refusesASecondApplicationOnTheSameFolder() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory()))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("another process uses " + directory());
        assertThat(kept()).containsExactly(1);
    }

    @Test
    void connectsACommandToTheServerOfARunningApplication() {
        try (DatabaseSession session = DatabaseSession.open(environment())) {
            assertThat(session.login()).isEqualTo(server.login());
        }
        assertThat(kept()).containsExactly(1);
    }

    @Test
    void startsAndStopsTheServerForACommand() throws IOException {
        server.close();
        try (DatabaseSession session = DatabaseSession.open(environment())) {
            assertThat(client(session.login())
                            .sql("select id from kept")
                            .query(Integer.class)
                            .list())
                    .containsExactly(1);
        }
        assertThat(Postmaster.of(cluster())).isEmpty();
    }

    @Test
    void createsNoDatabaseForACommand() {
        MockEnvironment elsewhere = new MockEnvironment()
                .withProperty(
                        "countersign.database.directory",
                        root.resolve("elsewhere").toString());
        assertThatThrownBy(() -> DatabaseSession.open(elsewhere)).hasMessageContaining("there is no database in");
        assertThat(root.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void doesNotStartIfAServerIsConfigured() {
        assertThat(DatabaseLogin.configured(environment())).isEmpty();
        assertThat(DatabaseLogin.configured(environment()
                        .withProperty("spring.datasource.url", "jdbc:postgresql://db.example/countersign")))
                .isPresent();
    }

    @Test
    void explainsWhyItDoesNotStart() throws IOException {
        server.close();
        Path version = cluster().resolve("PG_VERSION");
        Files.writeString(version, "9\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory()))
                    .isInstanceOfSatisfying(EmbeddedPostgresException.class, failure -> {
                        var analysis = new EmbeddedPostgresFailureAnalyzer().analyze(failure, failure);
                        assertThat(analysis.getDescription()).contains("incompatible");
                        assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL");
                    });
        } finally {
            Files.writeString(version, "17\n");
        }
    }

    @Test
    void namesTheCauseInOneLine() {
        String log = """
                pg_ctl ended with 1: waiting for server to start.... stopped waiting
                2026-11-29 07:58:40 UTC [25710] LOG:  redo done
                2026-11-29 07:58:40 UTC [25710] FATAL:  could not write to file "pg_wal/xlogtemp.25710": No space left on device
                2026-11-29 07:58:40 UTC [25709] LOG:  database system is shut down""";
        assertThat(EmbeddedPostgresException.inOneLine(new EmbeddedPostgresException(log)))
                .isEqualTo("could not write to file \"pg_wal/xlogtemp\": No space left on device");
        assertThat(EmbeddedPostgresException.inOneLine(new IOException("No space left on device\nmore")))
                .isEqualTo("No space left on device");
    }

    @Test
    void hidesThePassword() {
        assertThat(server.login().toString()).doesNotContain(server.login().password());
    }
}
