package io.countersign.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CustomPlansTests {

    private static final String STATEMENT = "select cast(:value as varchar)";

    @Test
    void keepsNoPlanOfARepeatedStatement() throws Exception {
        try (var connection = TestPostgres.running().empty().getConnection()) {
            SingleConnectionDataSource dataSource = new SingleConnectionDataSource(connection, true);
            repeat(CustomPlans.client(dataSource));
            assertThat(keptPlans(dataSource)).isZero();
            repeat(JdbcClient.create(dataSource));
            assertThat(keptPlans(dataSource)).as("of an ordinary client").isOne();
        }
    }

    private static void repeat(JdbcClient client) {
        for (int i = 0; i < 10; i++) {
            client.sql(STATEMENT).param("value", i).query(String.class).single();
        }
    }

    private static int keptPlans(SingleConnectionDataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("select count(*) from pg_prepared_statements where statement like 'select cast(%'")
                .query(Integer.class)
                .single();
    }
}
