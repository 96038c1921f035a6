package io.countersign;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The two databases that every repository test runs on. Annotate the class with {@code @ParameterizedClass @EnumSource}. */
public enum TestDatabase {
    H2("h2") {
        @Override
        public DataSource migrated() {
            DataSource copy = inMemory();
            new JdbcTemplate(copy).batchUpdate(Script.OF_H2);
            return copy;
        }
    },
    POSTGRES("postgresql") {
        @Override
        public DataSource migrated() {
            return TestPostgres.running().migrated();
        }
    };

    private final String vendor;

    TestDatabase(String vendor) {
        this.vendor = vendor;
    }

    /** A database of its own with all migrations applied and nothing in it. It is a copy: to migrate each would take minutes. */
    public abstract DataSource migrated();

    /** Applies all migrations to a database of this kind, as the application does at its start. */
    public void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("db/migration", "db/vendor/" + vendor)
                .load()
                .migrate();
    }

    static DataSource inMemory() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        return new SimpleDriverDataSource(new org.h2.Driver(), url, "sa", "");
    }

    private static final class Script {

        private static final String[] OF_H2 = ofH2();

        private static String[] ofH2() {
            DataSource template = inMemory();
            H2.migrate(template);
            List<String> statements = new JdbcTemplate(template).queryForList("script", String.class);
            return statements.toArray(String[]::new);
        }
    }
}
