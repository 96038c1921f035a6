package io.countersign;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.countersign.database.EmbeddedPostgres;
import io.countersign.database.EmbeddedPostgresException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL server of all tests of a run: a container if Docker is available, otherwise the embedded server.
 * The system property {@code countersign.test.postgres-image} names the image of the container; if Docker is available
 * but the image does not start, the tests fail. The server stops with the JVM.
 */
public final class TestPostgres {

    private static final Logger log = LoggerFactory.getLogger(TestPostgres.class);
    private static final String IMAGE_PROPERTY = "countersign.test.postgres-image";
    private static final String IMAGE = System.getProperty(IMAGE_PROPERTY, "postgres:17.5");

    /** Includes the connections of pools from previous tests. */
    private static final int CONNECTIONS = 500;

    /** Test databases need not survive a crash of the machine. */
    private static final Map<String, String> SETTINGS = Map.of(
            "max_connections", String.valueOf(CONNECTIONS),
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off");

    private final Function<String, SimpleDriverDataSource> databases;

    private TestPostgres(Function<String, SimpleDriverDataSource> databases) {
        this.databases = databases;
    }

    public static TestPostgres running() {
        return Holder.SERVER;
    }

    /** Returns a new empty database with the connection data for other processes. */
    public SimpleDriverDataSource empty() {
        return copyOf("template1");
    }

    /** Returns a new migrated database with the connection data for other processes. */
    public SimpleDriverDataSource newCopy() {
        return copyOf(Template.name());
    }

    /**
     * Returns a new migrated database with a connection pool, because a connection per statement is slow.
     */
    DataSource migrated() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(newCopy());
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(CONNECTIONS / 5);
        pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        pool.setScheduledExecutor(Template.HOUSEKEEPER);
        // not closeable, so that no application context closes the pool that the next one needs
        return new DelegatingDataSource(new HikariDataSource(pool));
    }

    private SimpleDriverDataSource copyOf(String template) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(databases.apply("postgres"))
                .sql("create database " + name + " template " + template)
                .update();
        return databases.apply(name);
    }

    private static TestPostgres start() {
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    @SuppressWarnings("resource") // runs until the JVM ends
    private static TestPostgres container() {
        log.info("PostgreSQL for tests: Testcontainers with {}", IMAGE);
        PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))
                .withCommand("postgres", "-c", "max_connections=" + CONNECTIONS);
        try {
            container.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Docker answers, but the image " + IMAGE + " (" + IMAGE_PROPERTY + ") did not start", e);
        }
        return new TestPostgres(name -> dataSource(
                "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/" + name,
                container.getUsername(),
                container.getPassword()));
    }

    private static TestPostgres embedded() {
        log.info("PostgreSQL for tests: embedded, because Docker does not answer");
        EmbeddedPostgres server = startIn(Path.of("target", "postgresql"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        String url = server.login().url();
        return new TestPostgres(name -> dataSource(
                url.replaceFirst("/[^/]*$", "/" + name),
                "postgres",
                server.login().password()));
    }

    /** Starts a separate server if other tests run in the same checkout. */
    private static EmbeddedPostgres startIn(Path directory) {
        try {
            return EmbeddedPostgres.start(directory, SETTINGS);
        } catch (EmbeddedPostgresException used) {
            return EmbeddedPostgres.start(
                    Path.of("target", "postgresql-" + ProcessHandle.current().pid()), SETTINGS);
        }
    }

    private static SimpleDriverDataSource dataSource(String url, String user, String password) {
        return new SimpleDriverDataSource(new Driver(), url, user, password);
    }

    private static final class Template {
        private static final String NAME = "migrated";
        private static final ScheduledExecutorService HOUSEKEEPER = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "housekeeper of test databases");
            thread.setDaemon(true);
            return thread;
        });

        static {
            // Hikari reads it once; its own period of 30 s would leave too many connections open
            System.setProperty("com.zaxxer.hikari.housekeeping.periodMs", "5000");
            JdbcClient server = JdbcClient.create(Holder.SERVER.databases.apply("postgres"));
            // left by an earlier run
            server.sql("select datname from pg_database where datname = '" + NAME
                            + "' or datname like 't________________________________'")
                    .query(String.class)
                    .list()
                    .forEach(old ->
                            server.sql("drop database " + old + " with (force)").update());
            server.sql("create database " + NAME).update();
            TestDatabase.migrate(Holder.SERVER.databases.apply(NAME));
        }

        private static String name() {
            return NAME;
        }
    }

    private static final class Holder {
        private static final TestPostgres SERVER = start();
    }
}
