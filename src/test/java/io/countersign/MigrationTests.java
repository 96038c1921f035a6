package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class MigrationTests {

    @Parameter
    TestDatabase database;

    @Test
    void createsAnEmptyQueue() {
        JdbcClient jdbc = JdbcClient.create(database.migrated());
        assertThat(jdbc.sql("select count(*) from invitation").query(Long.class).single())
                .isZero();
    }
}
