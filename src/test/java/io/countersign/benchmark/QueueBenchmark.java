package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Fleet;
import io.countersign.running.SimulatorProcess;
import io.countersign.running.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Measures heap and pages with 10,000 sources and 100,000 invitations against an application with 100 invitations. */
@Benchmark
class QueueBenchmark {

    private static final List<String> REGIONS =
            List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-southeast-2");
    private static final int ACCOUNTS = Integer.getInteger("benchmark.many-accounts", 2000);
    private static final int PENDING = Integer.getInteger("benchmark.pending", 100_000);
    private static final int FEW = 100;
    private static final int WARM = Integer.getInteger("benchmark.warm-pages", 1500);
    private static final int MEASURED = Integer.getInteger("benchmark.pages", 1500);

    @Test
    void pages(Results results) throws IOException {
        try (BenchmarkDatabaseServer server = BenchmarkDatabaseServer.start()) {
            Pages few = pages(server, 20, FEW, null);
            Pages many = pages(server, ACCOUNTS, PENDING, results);
            results.compared(
                    "p99 of the queue page, by that of the sign-in page",
                    many.queue.p99(),
                    "ms",
                    many.signIn.p99(),
                    2.0);
            results.compared("the same at " + FEW + " rows", few.queue.p99(), "ms", few.signIn.p99(), null);
            results.compared("median of the same", many.queue.median(), "ms", many.signIn.median(), null);
            results.compared(
                    "median of the queue page, by that at " + FEW + " rows",
                    many.queue.median(),
                    "ms",
                    few.queue.median(),
                    1.25);
            results.compared(
                    "p99 of the queue page, by that at " + FEW + " rows",
                    many.queue.p99(),
                    "ms",
                    few.queue.p99(),
                    null);
        }
    }

    private record Pages(Latencies signIn, Latencies queue) {}

    private static Pages pages(BenchmarkDatabaseServer server, int accounts, int pending, Results results)
            throws IOException {
        var database = server.database();
        try (SimulatorProcess simulator = SimulatorProcess.start()) {
            Fleet fleet = simulator.fleet(accounts, REGIONS, pending, 50);
            simulator.faults(List.of(Map.of("latencyMillis", 40)));
            try (ApplicationProcess application = ApplicationProcess.start(
                    // Runs between two polls, so that no poll disturbs the measurement.
                    database, simulator, fleet, "512m", "countersign.sync.every=1h", "countersign.sync.soon=1h")) {
                Sweeps sweeps = new Sweeps(application, database, fleet.sources());
                sweeps.first();
                if (results != null) {
                    results.alone(
                            "heap after the first sweep of " + fleet.sources() + " sources with " + pending
                                    + " pending",
                            LiveHeap.megabytes(application.pid()),
                            "MB",
                            512.0);
                }
                assertThat(sweeps.pending()).isEqualTo(pending);
                visit(application, WARM);
                return visit(application, MEASURED);
            }
        }
    }

    /** Alternates between the pages, so that other load on the machine affects both alike. */
    private static Pages visit(ApplicationProcess application, int times) {
        Visitor anonymous = Visitor.anonymous(application);
        Visitor person = Visitor.signedIn(application);
        Pages pages = new Pages(new Latencies(), new Latencies());
        for (int i = 0; i < times; i++) {
            pages.signIn.time(() -> anonymous.get("/login"));
            pages.queue.time(() -> person.get("/"));
        }
        return pages;
    }
}
