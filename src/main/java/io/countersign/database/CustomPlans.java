package io.countersign.database;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Creates clients whose statements PostgreSQL plans again for the values of each execution. After five executions of a statement
 * it may otherwise use one plan for all values, which reads a whole table where an index has the few rows of a rare value.
 */
public final class CustomPlans {

    private CustomPlans() {}

    public static JdbcClient client(DataSource dataSource) {
        return JdbcClient.create(new JdbcTemplate(dataSource) {
            @Override
            protected void applyStatementSettings(Statement statement) throws SQLException {
                super.applyStatementSettings(statement);
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
        });
    }
}
