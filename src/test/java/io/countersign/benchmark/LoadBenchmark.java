package io.countersign.benchmark;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Fleet;
import io.countersign.running.SimulatorProcess;
import io.countersign.running.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Lets 50 users read pages on two replicas with 100,000 pending invitations, with two seconds between the clicks of
 * each. The first minute starts with replicas that have served no page.
 */
@Benchmark
class LoadBenchmark {

    private static final List<String> REGIONS =
            List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-southeast-2");
    private static final int ACCOUNTS = Integer.getInteger("benchmark.many-accounts", 2000);
    private static final int PENDING = Integer.getInteger("benchmark.pending", 100_000);
    private static final int USERS = 50;
    private static final Duration BETWEEN_CLICKS = Duration.ofSeconds(2);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("benchmark.load-seconds", 180));

    @Test
    void uniqueResources(Results results) throws Exception {
        load(results, 0, "unique resources");
    }

    @Test
    void sharedResources(Results results) throws Exception {
        load(results, 32, "32 resources for all accounts");
    }

    /** Fails with the first response that is not 200. */
    private static void load(Results results, int shared, String fleetName) throws Exception {
        try (BenchmarkDatabaseServer server = BenchmarkDatabaseServer.start();
                SimulatorProcess simulator = SimulatorProcess.start()) {
            SimpleDriverDataSource database = server.database();
            Fleet fleet = simulator.fleet(ACCOUNTS, REGIONS, PENDING, Map.of("shared", shared, "owners", 20));
            List<Visitor> users;
            List<String> invitations;
            try (ApplicationProcess reader = start(database, simulator, fleet)) {
                new Sweeps(reader, database, fleet.sources()).first();
                users = IntStream.range(0, USERS)
                        .mapToObj(any -> Visitor.signedIn(reader))
                        .toList();
                invitations = PageFleet.invitations(users.get(0).get("/?view=all"));
            }
            try (ApplicationProcess one = start(database, simulator, fleet);
                    ApplicationProcess two = start(database, simulator, fleet)) {
                List<Visitor> spread = IntStream.range(0, USERS)
                        .mapToObj(i -> users.get(i).at(i % 2 == 0 ? one : two))
                        .toList();
                Latencies first = work(spread, invitations, FIRST);
                Latencies later = work(spread, invitations, TIME);
                results.alone("(h) p99 of the first minute, " + fleetName, first.p99(), "ms", 1000.0);
                results.alone("(h) p99 of " + TIME.toSeconds() + " s after it", later.p99(), "ms", 500.0);
                results.alone("median of the same", later.median(), "ms", null);
                results.alone("pages in this time", later.count(), "", null);
            }
        }
    }

    private static ApplicationProcess start(SimpleDriverDataSource database, SimulatorProcess simulator, Fleet fleet) {
        return ApplicationProcess.start(
                database,
                simulator,
                fleet,
                "512m",
                "countersign.sync.every=1h",
                "countersign.sync.soon=1h",
                "countersign.start.warm-up=10s");
    }

    private static Latencies work(List<Visitor> users, List<String> invitations, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(users.size());
        try {
            List<CompletableFuture<Latencies>> running = new ArrayList<>();
            for (int i = 0; i < users.size(); i++) {
                int number = i;
                running.add(CompletableFuture.supplyAsync(
                        () -> clicks(users.get(number), number, invitations, time), threads));
            }
            Latencies all = new Latencies();
            for (CompletableFuture<Latencies> each : running) {
                all.addAll(each.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The user starts at a moment of its own, so that the clicks of all users are spread evenly. */
    private static Latencies clicks(Visitor user, int number, List<String> invitations, Duration time) {
        List<String> pages = List.of(
                "/?view=all",
                invitations.get(number % invitations.size()),
                "/?type=LENS&permission=READONLY",
                "/?view=all&page=2",
                "/history",
                "/lead");
        Latencies latencies = new Latencies();
        long end = System.nanoTime() + time.toNanos();
        sleep(BETWEEN_CLICKS.toMillis() * number / USERS);
        for (int click = number; System.nanoTime() < end; click++) {
            String page = pages.get(click % pages.size());
            latencies.time(() -> user.get(page));
            sleep(BETWEEN_CLICKS.toMillis());
        }
        return latencies;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the load was stopped", e);
        }
    }
}
