package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Await;
import io.countersign.running.Fleet;
import io.countersign.running.PollObserver;
import io.countersign.running.SimulatorProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Checks how two replicas on one PostgreSQL share the polls of all sources. */
@Benchmark
class ReplicasBenchmark {

    private static final List<String> REGIONS = List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2");
    private static final int ACCOUNTS = Integer.getInteger("benchmark.accounts", 100);
    private static final Duration EVERY = Duration.ofSeconds(30);

    /** The shortest pause after a poll is ten percent shorter. */
    private static final Duration INTERVAL = EVERY.multipliedBy(9).dividedBy(10);

    private static final String[] SETTINGS = {"countersign.sync.every=30s", "countersign.sync.soon=30s"};

    @Test
    void share(Results results) throws IOException {
        try (BenchmarkDatabaseServer server = BenchmarkDatabaseServer.start();
                SimulatorProcess simulator = SimulatorProcess.start()) {
            var database = server.database();
            Fleet fleet = simulator.fleet(ACCOUNTS, REGIONS, ACCOUNTS * 50, 20);
            simulator.faults(List.of(Map.of("latencyMillis", 40)));
            try (ApplicationProcess one = ApplicationProcess.start(database, simulator, fleet, "512m", SETTINGS);
                    ApplicationProcess two = ApplicationProcess.start(database, simulator, fleet, "512m", SETTINGS);
                    var own = new SingleConnectionDataSource(
                            database.getUrl(), database.getUsername(), database.getPassword(), true)) {
                look(own, EVERY.multipliedBy(2));
                simulator.forgetCalls();
                look(own, INTERVAL);
                results.alone("(d) most reads of one source in an interval", mostReads(simulator, fleet), "", 1.0);

                PollObserver picks = look(own, EVERY.multipliedBy(2));
                assertThat(picks.readers()).hasSizeGreaterThan(fleet.sources() * 9 / 10);
                double first = picks.readBy(one);
                double second = picks.readBy(two);
                double busier = 100 * Math.max(first, second) / (first + second);
                results.compared("(d) reads by the busier of two replicas", busier, "%", 50, 1.1);
            }
        }
    }

    /** Counts a poll that is cut by the interval proportionally. */
    private static double mostReads(SimulatorProcess simulator, Fleet fleet) {
        return simulator.lists().entrySet().stream()
                .mapToDouble(
                        source -> (double) source.getValue() / fleet.calls().get(source.getKey()))
                .max()
                .orElseThrow();
    }

    private static PollObserver look(SingleConnectionDataSource database, Duration time) {
        PollObserver picks = new PollObserver(JdbcClient.create(database));
        long end = System.nanoTime() + time.toNanos();
        Await.until("the time was over", time.multipliedBy(2), () -> {
            picks.look();
            return System.nanoTime() >= end;
        });
        return picks;
    }
}
