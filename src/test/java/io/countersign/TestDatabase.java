package io.countersign;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Databases for tests, on the server that all tests of a run share. */
public final class TestDatabase {

    private TestDatabase() {}

    /** Returns a new database with all migrations applied and nothing in it. It is a copy: to migrate each would take minutes. */
    public static DataSource migrated() {
        return TestPostgres.running().migrated();
    }

    /** Applies all migrations, as the application does when it starts. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }
}
