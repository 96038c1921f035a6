package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationTests {

    @Test
    void createsAnEmptyQueue() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
        assertThat(jdbc.sql("select count(*) from invitation").query(Long.class).single())
                .isZero();
    }
}
