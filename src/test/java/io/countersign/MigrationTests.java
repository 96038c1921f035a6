package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationTests {

    /** The names of users are of one length everywhere: a shorter column would cut two names to one, or refuse them. */
    @Test
    void storesNamesOfUsersWithTheirFullLength() {
        assertThat(JdbcClient.create(TestDatabase.migrated())
                        .sql("""
                                select table_name || '.' || column_name from information_schema.columns
                                where table_schema = current_schema() and table_name <> 'flyway_schema_history' and character_maximum_length <> 254
                                  and (column_name in ('person', 'delegate', 'actor', 'given_by', 'principal_name')
                                       or column_name like '%!_by' escape '!' and column_name not in ('shared_by', 'picked_by')
                                       or column_name like '%in_place_of'
                                       or table_name = 'person' and column_name in ('name', 'name_key'))""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void createsAnEmptyQueue() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
        assertThat(jdbc.sql("select count(*) from invitation").query(Long.class).single())
                .isZero();
    }
}
