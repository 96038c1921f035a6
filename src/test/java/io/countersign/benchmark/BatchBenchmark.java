package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Await;
import io.countersign.running.Fleet;
import io.countersign.running.SimulatorProcess;
import io.countersign.running.Visitor;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Measures a bulk decision on 500 invitations of 50 accounts against the limit of concurrent decisions. */
@Benchmark
class BatchBenchmark {

    private static final int SIZE = 500;
    private static final int AT_ONCE = 8;
    private static final double LATENCY = 40;
    private static final int WARM = Integer.getInteger("benchmark.warm-batches", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String METRICS_TOKEN = "token-of-the-benchmark-0123456789ab";
    private static final Pattern POSITION = Pattern.compile("name=\"item\"[^>]*value=\"([0-9]+)\"");

    @Test
    void batch(Results results) throws IOException, SQLException {
        try (BenchmarkDatabaseServer server = BenchmarkDatabaseServer.start();
                SimulatorProcess simulator = SimulatorProcess.start()) {
            var database = server.database();
            Fleet fleet = simulator.fleet(50, List.of("eu-west-1"), 4 * SIZE * (WARM + 1), 1000);
            simulator.faults(List.of(Map.of("latencyMillis", (int) LATENCY)));
            try (ApplicationProcess application = ApplicationProcess.start(
                    database,
                    simulator,
                    fleet,
                    "512m",
                    "countersign.sync.every=1h",
                    "countersign.sync.soon=1h",
                    "countersign.batch.at-once=" + AT_ONCE,
                    "countersign.metrics.token=" + METRICS_TOKEN)) {
                new Sweeps(application, database, fleet.sources()).first();
                // Keeps one connection open, because opening connections costs more than the queries.
                SingleConnectionDataSource watching = new SingleConnectionDataSource(database.getConnection(), true);
                Batches batches = new Batches(application, Visitor.signedIn(application), JdbcClient.create(watching));
                for (int i = 0; i < WARM; i++) {
                    batches.accept();
                }
                batches.rest();
                batches.accept().report(results);
                watching.destroy();
            }
        }
    }

    /** @param calls the AWS calls of the batch */
    private record BatchRun(double millis, AwsTimes calls) {

        void report(Results results) {
            int asked = calls.count("ListShareInvitations")
                    + calls.count("UpdateShareInvitation")
                    + calls.count("AssumeRole");
            assertThat(calls.count("UpdateShareInvitation")).isEqualTo(SIZE);
            results.compared(
                    "(f) a batch of " + SIZE + " accepts in 50 accounts, " + AT_ONCE + " at once, against its " + asked
                            + " calls",
                    millis,
                    "ms",
                    asked * LATENCY / AT_ONCE,
                    1.3);
        }
    }

    /** A user who accepts the next 500 invitations with READONLY. */
    private record Batches(ApplicationProcess application, Visitor person, JdbcClient database) {

        BatchRun accept() {
            String token = person.token("/");
            String draft = location(person.post("/batches?permission=READONLY", "all=ACCEPT&first=true", token)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            Matcher positions = POSITION.matcher(person.get(draft));
            String form =
                    positions.results().map(found -> "&item=" + found.group(1)).collect(Collectors.joining());
            assertThat(form.split("&item=")).hasSize(SIZE + 1);
            AwsTimes before = AwsTimes.of(application, METRICS_TOKEN);
            long started = System.nanoTime();
            person.post(draft + "/start", "reason=Agreed+with+the+platform+team." + form, token);
            Await.until("the batch is through", PATIENCE, () -> {
                LockSupport.parkNanos(PAUSE.toNanos());
                return state(draft).equals("DONE");
            });
            double took = (System.nanoTime() - started) / 1e6;
            assertThat(confirmed(draft)).isEqualTo(SIZE);
            return new BatchRun(took, AwsTimes.of(application, METRICS_TOKEN).since(before));
        }

        /** Waits until the read-backs of earlier decisions are done, which run some seconds later. */
        void rest() {
            Await.until("the read-backs are over", PATIENCE, () -> {
                LockSupport.parkNanos(PAUSE.toNanos());
                return database.sql("select count(*) from decision where next_at is not null")
                                .query(Integer.class)
                                .single()
                        == 0;
            });
        }

        private static String location(String address) {
            return address.replaceFirst("^https?://[^/]+", "");
        }

        private String state(String batch) {
            return database.sql("select state from batch where id = :id")
                    .param("id", number(batch))
                    .query(String.class)
                    .single();
        }

        private int confirmed(String batch) {
            return database.sql("select count(*) from decision where batch_id = :id and state = 'CONFIRMED'")
                    .param("id", number(batch))
                    .query(Integer.class)
                    .single();
        }

        private static long number(String batch) {
            return Long.parseLong(batch.replaceAll(".*/", ""));
        }
    }
}
