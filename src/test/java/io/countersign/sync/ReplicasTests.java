package io.countersign.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestPostgres;
import io.countersign.running.ApplicationProcess;
import io.countersign.running.Await;
import io.countersign.running.Fleet;
import io.countersign.running.PollObserver;
import io.countersign.running.SimulatorProcess;
import io.countersign.running.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Tests two application processes on one PostgreSQL database. */
@Isolated("compares the shares of two replicas, which other processes would distort")
class ReplicasTests {

    private static final List<String> REGIONS = List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Long enough that the delays of a busy machine hardly change the share of one replica. */
    private static final Duration READ = Duration.ofSeconds(1);

    private static final String[] SETTINGS = {
        "countersign.sync.every=1h",
        "countersign.sync.soon=1h",
        "countersign.sync.parallel=4",
        "db-scheduler.threads=4",
        "db-scheduler.polling-interval=100ms"
    };

    private final SimpleDriverDataSource database = TestPostgres.running().empty();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void shareTheSourcesAndPollNoneTwice() {
        try (SimulatorProcess simulator = SimulatorProcess.start()) {
            Fleet fleet = simulator.fleet(10, REGIONS, 400, 20);
            try (ApplicationProcess one = ApplicationProcess.start(database, simulator, fleet, "256m", SETTINGS);
                    ApplicationProcess two = ApplicationProcess.start(database, simulator, fleet, "256m", SETTINGS)) {
                Await.until("every source was read once", PATIENCE, () -> done(Instant.EPOCH) == fleet.sources());
                assertThat(simulator.lists()).isEqualTo(fleet.calls());

                simulator.forgetCalls();
                simulator.faults(
                        List.of(Map.of("operation", "ListShareInvitations", "latencyMillis", READ.toMillis())));
                PollObserver picks = new PollObserver(jdbc);
                Visitor visitor = Visitor.signedIn(one);
                String token = visitor.token("/");
                Instant asked = Instant.now();
                CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> visitor.refresh(token));
                Await.until("every source was read again", PATIENCE, () -> {
                    picks.look();
                    return done(asked) == fleet.sources();
                });
                answered.join();

                assertThat(simulator.lists()).isEqualTo(fleet.calls());
                assertThat(picks.readers()).hasSize(fleet.sources());
                assertThat(picks.readers().values())
                        .allSatisfy(readers -> assertThat(readers).hasSize(1));
                assertThat(picks.readBy(one)).isGreaterThanOrEqualTo(fleet.sources() / 4);
                assertThat(picks.readBy(two)).isGreaterThanOrEqualTo(fleet.sources() / 4);
            }
        }
    }

    private int done(Instant since) {
        return jdbc.sql("select count(*) from source where read_at >= :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
