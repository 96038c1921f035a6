package io.countersign.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.countersign.TestDatabase;
import io.countersign.TestPostgres;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Tests the start on databases that are not empty, belong to another user, or cannot be used. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseStartTests {

    private static final String FOREIGN = """
            create function db_session_replication_role(r text) returns text language sql as 'select r';
            create table orders (id integer)""";

    private final SimpleDriverDataSource database = TestPostgres.running().empty();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(SchemaMigration.class)
    static class Application {}

    private static void start(String url, String user, String password) {
        new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=" + password,
                        "--spring.datasource.hikari.maximum-pool-size=3")
                .close();
    }

    private void start() {
        start(database.getUrl(), database.getUsername(), database.getPassword());
    }

    private String refused(CapturedOutput output, Runnable start) {
        assertThat(catchThrowable(start::run)).isNotNull();
        assertThat(output.getAll())
                .containsOnlyOnce("APPLICATION FAILED TO START")
                .doesNotContain("\tat ");
        return output.getAll().replaceAll("\\s+", " ");
    }

    private String refused(CapturedOutput output) {
        return refused(output, this::start);
    }

    private String role() {
        String role = "r" + UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("create role " + role + " login password 'secret'").update();
        return role;
    }

    private List<String> tables() {
        return jdbc.sql("select table_schema || '.' || table_name from information_schema.tables"
                        + " where table_schema not in ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list();
    }

    @Test
    void startsBesideObjectsOfAManagedServer() {
        for (String statement : FOREIGN.split(";")) {
            jdbc.sql(statement).update();
        }
        start();
        assertThat(tables()).contains("public.orders", "public.audit_entry", "public.invitation");
        assertThat(jdbc.sql("select version from flyway_schema_history where version in ('0', '1')")
                        .query(String.class)
                        .list())
                .containsExactly("0", "1");
        start();
    }

    @Test
    void leavesNothingBesideTablesOfAnotherApplication(CapturedOutput output) {
        jdbc.sql("create table invitation (id integer)").update();
        assertThat(refused(output))
                .contains("Schema \"public\" contains objects of another application")
                .contains("relation \"invitation\" already exists")
                .contains("?currentSchema=countersign");
        assertThat(tables()).containsExactly("public.invitation");
    }

    @Test
    void namesSchemaAndWayOutWithoutTheRightToCreate(CapturedOutput output) {
        String role = role();
        assertThat(refused(output, () -> start(database.getUrl(), role, "secret")))
                .contains("Database user \"" + role + "\" may not create tables in schema \"public\".")
                .contains("create schema countersign authorization " + role + ";")
                .contains("?currentSchema=countersign");
        assertThat(tables()).isEmpty();
    }

    @Test
    void startsInASchemaOfItsOwn() {
        String role = role();
        jdbc.sql("create schema countersign authorization " + role).update();
        String url = database.getUrl() + (database.getUrl().contains("?") ? "&" : "?") + "currentSchema=countersign";
        start(url, role, "secret");
        start(url, role, "secret");
        assertThat(tables()).contains("countersign.audit_entry").noneMatch(table -> table.startsWith("public."));
    }

    @Test
    void startsWithoutTheRightToCreateIfTheTablesExist() {
        String role = role();
        TestDatabase.migrate(database);
        jdbc.sql("grant select on all tables in schema public to " + role).update();
        start(database.getUrl(), role, "secret");
    }

    @Test
    void namesASchemaThatDoesNotExist(CapturedOutput output) {
        assertThat(refused(
                        output,
                        () -> start(
                                database.getUrl() + "?currentSchema=missing",
                                database.getUsername(),
                                database.getPassword())))
                .contains("No schema of the search path", "currentSchema");
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesAReadOnlyDatabase(CapturedOutput output) {
        String name = jdbc.sql("select current_database()").query(String.class).single();
        jdbc.sql("alter database " + name + " set default_transaction_read_only = on")
                .update();
        assertThat(refused(output)).contains("The database accepts no writes", "Use the primary server");
    }

    @Test
    void refusesADatabaseOfANewerVersion(CapturedOutput output) {
        start();
        jdbc.sql(
                        "insert into flyway_schema_history values (1000, '999.1', 'later', 'SQL', 'V999_1__later.sql', 1, 'x', now(), 1, true)")
                .update();
        assertThat(refused(output))
                .contains("A newer version of Countersign has upgraded the database to schema version 999.1;")
                .contains("this version knows only ")
                .contains("Start the newer version, or restore the backup");
    }

    @Test
    void refusesADatabaseOfAnotherHistory(CapturedOutput output) {
        start();
        jdbc.sql("update flyway_schema_history set checksum = 1 where version = '3'")
                .update();
        assertThat(refused(output)).contains("were created by another version of Countersign");
    }

    @Test
    void refusesABaselineThatLeavesOutMigrations(CapturedOutput output) {
        start();
        jdbc.sql("update flyway_schema_history set version = '1' where version = '0'")
                .update();
        jdbc.sql("delete from flyway_schema_history where type <> 'BASELINE'").update();
        jdbc.sql("insert into flyway_schema_history values (1, '1', 'b', 'BASELINE', 'b', null, 'x', now(), 1, true)"
                        + " on conflict do nothing")
                .update();
        assertThat(refused(output)).contains("baseline of version 1", "Drop the table flyway_schema_history");
    }

    @Test
    void explainsAWrongPassword(CapturedOutput output) {
        String role = role();
        assertThat(refused(output, () -> start(database.getUrl(), role, "wrong")))
                .contains("password authentication failed for user \"" + role + "\"")
                .contains("Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD");
    }

    @Test
    void explainsAMissingDatabase(CapturedOutput output) {
        String url = database.getUrl().replaceFirst("/t[0-9a-f]{32}", "/missing");
        assertThat(refused(output, () -> start(url, database.getUsername(), database.getPassword())))
                .contains("database \"missing\" does not exist", "Create the database");
    }

    @Test
    void explainsAServerThatDoesNotAnswer(CapturedOutput output) {
        assertThat(refused(output, () -> start("jdbc:postgresql://127.0.0.1:1/countersign", "u", "p")))
                .contains("Connection to 127.0.0.1:1 refused", "Start the database server");
    }
}
