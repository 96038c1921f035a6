package io.countersign.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Tests that the application reports a database that became read-only, as after a failover, and recovers by itself. */
class ReadOnlyDatabaseTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final SimpleDriverDataSource database = TestPostgres.running().empty();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final String name =
            jdbc.sql("select current_database()").query(String.class).single();

    private static boolean answers(ApplicationProcess application, int status) {
        try {
            return application.status("/actuator/health") == status;
        } catch (IOException e) {
            throw new IllegalStateException(application.output(), e);
        }
    }

    @Test
    void reportsAReadOnlyDatabaseAndRecovers() throws Exception {
        try (SimulatorProcess simulator = SimulatorProcess.start();
                ApplicationProcess application = ApplicationProcess.start(
                        database, simulator, simulator.fleet(1, List.of("eu-west-1"), 4, 1), "256m")) {
            jdbc.sql("alter database " + name + " set default_transaction_read_only = on")
                    .update();
            jdbc.sql(
                            "select pg_terminate_backend(pid) from pg_stat_activity where datname = :name and pid <> pg_backend_pid()")
                    .param("name", name)
                    .query()
                    .listOfRows();

            Await.until("health is DOWN", PATIENCE, () -> answers(application, 503));
            assertThat(application.status("/actuator/health/liveness")).isEqualTo(200);
            Await.until("the log names the cause", PATIENCE, () -> application
                    .output()
                    .contains("The database accepts no writes: ERROR: cannot execute "));

            Await.until("a scheduled task names the cause", PATIENCE, () -> application
                    .output()
                    .contains("A scheduled task waits for the database: ERROR: cannot execute "));

            // connections that were opened meanwhile stay read-only until they are replaced
            JdbcClient.create(database)
                    .sql("begin read write; alter database " + name + " reset default_transaction_read_only; commit")
                    .update();

            Await.until("health is UP", PATIENCE, () -> answers(application, 200));
            Await.until("the log names the end", PATIENCE, () -> application
                    .output()
                    .contains("The database accepts writes again"));
            assertThat(application.output()).containsOnlyOnce("The database accepts no writes: ERROR: cannot execute ");
        }
    }
}
