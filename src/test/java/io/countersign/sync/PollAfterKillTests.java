package io.countersign.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestPostgres;
import io.countersign.running.ApplicationProcess;
import io.countersign.running.Await;
import io.countersign.running.Fleet;
import io.countersign.running.SimulatorProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Tests that a restarted application continues after a kill in the middle of its polls. */
class PollAfterKillTests {

    private static final List<String> REGIONS = List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String[] SETTINGS = {
        "countersign.sync.every=1h",
        "countersign.sync.soon=1h",
        "countersign.sync.parallel=8",
        // so that dead jobs are found within seconds
        "db-scheduler.heartbeat-interval=1s"
    };

    private final SimpleDriverDataSource database = TestPostgres.running().empty();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void continuesAfterAKillWithoutLostOrDuplicateInvitations() {
        try (SimulatorProcess simulator = SimulatorProcess.start()) {
            Fleet fleet = simulator.fleet(10, REGIONS, 1000, 10);
            simulator.faults(List.of(Map.of("operation", "ListShareInvitations", "latencyMillis", 250)));
            try (ApplicationProcess killed = ApplicationProcess.start(database, simulator, fleet, "256m", SETTINGS)) {
                Await.until("some sources were read", PATIENCE, () -> read().size() >= 5);
                killed.kill();
            }
            List<String> readBefore = read();
            assertThat(readBefore).hasSizeLessThan(fleet.sources());
            assertThat(halfStored()).isZero();
            List<String> settled = settled();
            assertThat(settled).isNotEmpty();
            assertThat(underWay()).isPositive();

            simulator.faults(List.of());
            try (ApplicationProcess next = ApplicationProcess.start(database, simulator, fleet, "256m", SETTINGS)) {
                Await.until("every source was read", PATIENCE, () -> read().size() == fleet.sources());
                Await.until("no read is under way", PATIENCE, () -> underWay() == 0);
                assertThat(next.output()).doesNotContain("could not be stored");
            }
            assertThat(count("select count(*) from invitation")).isEqualTo(fleet.invitations());
            assertThat(count("select count(*) from invitation where state = 'PENDING'"))
                    .isEqualTo(fleet.invitations());
            Map<String, Integer> lists = simulator.lists();
            assertThat(settled).allSatisfy(source -> assertThat(lists.get(source))
                    .isEqualTo(fleet.calls().get(source)));
        }
    }

    private List<String> read() {
        return jdbc.sql("select account_id || '/' || region from source where read_at is not null")
                .query(String.class)
                .list();
    }

    /** The sources that were read completely, whose jobs are no longer running. */
    private List<String> settled() {
        return jdbc.sql("""
                        select account_id || '/' || region from source
                        where read_at is not null and account_id || '/' || region in
                          (select task_instance from scheduled_tasks where picked = false)""").query(String.class).list();
    }

    private int underWay() {
        return count("select count(*) from scheduled_tasks where picked");
    }

    private int halfStored() {
        return count("""
                select count(*) from invitation i join source s on s.account_id = i.account_id and s.region = i.region
                where s.read_at is null""");
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
