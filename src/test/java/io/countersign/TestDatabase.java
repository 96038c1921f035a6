package io.countersign;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Creates databases for tests on the server that all tests share. */
public final class TestDatabase {

    private TestDatabase() {}

    /**
     * Returns a new empty database with all migrations applied. It is a copy, because migrating each database would
     * take minutes.
     */
    public static DataSource migrated() {
        return TestPostgres.running().migrated();
    }

    /** Applies all migrations, as the application does when it starts. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }
}
