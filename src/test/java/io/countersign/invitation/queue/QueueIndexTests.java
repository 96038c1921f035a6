package io.countersign.invitation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.invitation.VisibilityScope;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Checks which indexes the queries of the queue use, and that polls do not write to indexes. */
class QueueIndexTests {

    private NamedParameterJdbcTemplate jdbc;

    @BeforeEach
    void fill() throws Exception {
        jdbc = new NamedParameterJdbcTemplate(
                new SingleConnectionDataSource(TestDatabase.migrated().getConnection(), true));
        jdbc.getJdbcOperations().update("""
                        insert into invitation (invitation_id, account_id, region, resource_type, resource_name, resource_id,
                          shared_by, shared_with, permission, state, first_seen_at, last_seen_at, state_at, priority)
                        select md5(n::text), '111122223333', 'eu-west-1', 'WORKLOAD', md5('name' || n), md5('id' || n),
                          lpad(n::text, 12, '0'), '111122223333', 'READONLY', 'PENDING', now(), now(), now(), n
                        from generate_series(1, 20000) n""");
        jdbc.getJdbcOperations().execute("vacuum analyze invitation");
    }

    @Test
    void textUsesItsIndex() {
        assertThat(plan(QueueFilter.of(Map.of("text", "A7F3C"))))
                .contains("invitation_text")
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"priority", "-expiresBy", "name", "-owner", "recipient", "-permission"})
    void sortUsesAnIndex(String sort) {
        assertThat(plan(QueueFilter.of(Map.of("sort", sort))))
                .containsPattern("Index (Only )?Scan")
                .doesNotContain("Sort", "Seq Scan");
    }

    private String plan(QueueFilter asked) {
        QueueSql clause = new QueueSql(asked.in(VisibilityScope.EVERYTHING, AssignmentMatch.ALL));
        return String.join(
                "\n",
                jdbc.queryForList(
                        "explain select invitation_id from invitation where %s order by %s limit 51"
                                .formatted(clause.condition(), clause.order()),
                        clause.parameters(),
                        String.class));
    }

    /** PostgreSQL calls an update that writes to no index "heap-only". */
    @Test
    void pollWritesToNoIndex() throws Exception {
        Connection connection = TestDatabase.migrated().getConnection();
        connection.setAutoCommit(false);
        JdbcClient fresh = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        fresh.sql("""
                        insert into invitation (invitation_id, account_id, region, resource_type, state, first_seen_at,
                          last_seen_at, state_at)
                        values ('1', '111122223333', 'eu-west-1', 'WORKLOAD', 'PENDING', now(), now(), now())""").update();
        fresh.sql("update invitation set last_seen_at = now() + interval '1 minute'")
                .update();
        assertThat(fresh.sql("select pg_stat_get_xact_tuples_hot_updated('invitation'::regclass)")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
