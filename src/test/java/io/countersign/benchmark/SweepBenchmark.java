package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Fleet;
import io.countersign.running.SimulatorProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Measures a poll of all sources against the limits of latency and concurrent calls, and the effect of failing sources.
 */
@Benchmark
class SweepBenchmark {

    private static final List<String> REGIONS = List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2");
    private static final int ACCOUNTS = Integer.getInteger("benchmark.accounts", 100);
    private static final int INVITATIONS_EACH = 50;
    private static final int WARM = Integer.getInteger("benchmark.warm", 40);
    private static final int MEASURED = Integer.getInteger("benchmark.sweeps", 15);
    private static final int MEASURED_SICK = Integer.getInteger("benchmark.sick-sweeps", 5);
    private static final int AT_ONCE = 64;
    private static final int LATENCY = 40;

    @Test
    void sweeps(Results results) throws IOException {
        try (BenchmarkDatabaseServer server = BenchmarkDatabaseServer.start();
                SimulatorProcess simulator = SimulatorProcess.start()) {
            var database = server.database();
            Fleet fleet = simulator.fleet(ACCOUNTS, REGIONS, ACCOUNTS * INVITATIONS_EACH, 20);
            simulator.faults(List.of(Map.of("latencyMillis", LATENCY)));
            try (ApplicationProcess application = ApplicationProcess.start(
                            database,
                            simulator,
                            fleet,
                            "512m",
                            "countersign.sync.parallel=" + AT_ONCE,
                            // Disables automatic polls, so that only the scenario polls.
                            "countersign.sync.every=1h",
                            "countersign.sync.soon=1h");
                    var own = new SingleConnectionDataSource(
                            database.getUrl(), database.getUsername(), database.getPassword(), true)) {
                Sweeps sweeps = new Sweeps(application, own, fleet.sources());
                sweeps.first();
                sweeps.medianMillis(WARM, Set.of());
                double healthy = healthy(sweeps, application, fleet, results);
                sick(sweeps, simulator, fleet, healthy, results);
                assertThat(sweeps.pending()).isEqualTo(fleet.invitations());
            }
        }
    }

    private static double healthy(Sweeps sweeps, ApplicationProcess application, Fleet fleet, Results results) {
        Duration cpu = application.cpu();
        double millis = sweeps.medianMillis(MEASURED, Set.of());
        double cpuMillis = application.cpu().minus(cpu).toNanos() / 1e6 / MEASURED / fleet.allCalls();
        double bound = (double) fleet.allCalls() * LATENCY / AT_ONCE;
        results.compared("(a) sweep of " + fleet.sources() + " healthy sources", millis, "ms", bound, 1.25);
        results.alone("processor time of the application for each call", cpuMillis, "ms", null);
        return millis;
    }

    private static void sick(Sweeps sweeps, SimulatorProcess simulator, Fleet fleet, double healthy, Results results) {
        Set<String> throttled = every(20, 3, fleet);
        Set<String> dead = every(50, 10, fleet);
        Set<String> sick = new HashSet<>(throttled);
        sick.addAll(dead);
        simulator.faults(faults(throttled, dead));
        double millis = sweeps.medianMillis(MEASURED_SICK, sick);
        results.compared("(b) the healthy ones beside 5% throttled and 2% dead", millis, "ms", healthy, 1.1);
        assertThat(sweeps.failing()).isEqualTo(sick);
    }

    private static Set<String> every(int nth, int first, Fleet fleet) {
        List<String> sources = new ArrayList<>(fleet.calls().keySet());
        Set<String> chosen = new HashSet<>();
        for (int i = first; i < sources.size(); i += nth) {
            chosen.add(sources.get(i));
        }
        return chosen;
    }

    private static List<Map<String, ?>> faults(Set<String> throttled, Set<String> dead) {
        List<Map<String, ?>> faults = new ArrayList<>();
        throttled.forEach(source -> faults.add(fault(source, Map.of("throttleRate", 1))));
        dead.forEach(source -> faults.add(fault(source, Map.of("latencyMillis", 600_000, "reset", "before"))));
        faults.add(Map.of("latencyMillis", LATENCY));
        return faults;
    }

    private static Map<String, ?> fault(String source, Map<String, Object> what) {
        String[] parts = source.split("/");
        Map<String, Object> fault = new HashMap<>(what);
        fault.put("operation", "ListShareInvitations");
        fault.put("account", parts[0]);
        fault.put("region", parts[1]);
        return fault;
    }
}
