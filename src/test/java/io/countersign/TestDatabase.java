package io.countersign;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The two databases that every repository test runs on. Annotate the class with {@code @ParameterizedClass @EnumSource}. */
public enum TestDatabase {
    H2("h2") {
        @Override
        DataSource create(String name) {
            String url = "jdbc:h2:mem:" + name
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
            return new SimpleDriverDataSource(new org.h2.Driver(), url, "sa", "");
        }
    },
    POSTGRES("postgresql") {
        @Override
        DataSource create(String name) {
            TestPostgres server = TestPostgres.running();
            JdbcClient.create(server.database("postgres"))
                    .sql("create database " + name)
                    .update();
            return server.database(name);
        }
    };

    private final String vendor;

    TestDatabase(String vendor) {
        this.vendor = vendor;
    }

    abstract DataSource create(String name);

    /** A database of its own with all migrations applied and nothing in it. */
    public DataSource migrated() {
        DataSource dataSource = create("t" + UUID.randomUUID().toString().replace("-", ""));
        Flyway.configure()
                .dataSource(dataSource)
                .locations("db/migration", "db/vendor/" + vendor)
                .load()
                .migrate();
        return dataSource;
    }
}
