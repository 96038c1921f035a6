package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Fleet;
import io.countersign.running.SimulatorProcess;
import io.countersign.running.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures the cost of a decision from the request to the response without its AWS calls. */
@Benchmark
class DecisionBenchmark {

    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1");
    private static final int WARM = Integer.getInteger("benchmark.warm-decisions", 150);
    private static final int MEASURED = Integer.getInteger("benchmark.decisions", 200);
    private static final String METRICS_TOKEN = "token-of-the-benchmark-0123456789ab";
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\"[^>]*value=\"([0-9a-f]{64})\"");

    @Test
    void decisions(Results results) throws IOException {
        try (BenchmarkDatabaseServer server = BenchmarkDatabaseServer.start();
                SimulatorProcess simulator = SimulatorProcess.start()) {
            var database = server.database();
            Fleet fleet = simulator.fleet(20, REGIONS, 2 * (WARM + MEASURED), 1000);
            simulator.faults(List.of(Map.of("latencyMillis", 40)));
            try (ApplicationProcess application = ApplicationProcess.start(
                    database,
                    simulator,
                    fleet,
                    "512m",
                    "countersign.sync.every=1h",
                    "countersign.sync.soon=1h",
                    "countersign.metrics.token=" + METRICS_TOKEN)) {
                new Sweeps(application, database, fleet.sources()).first();
                List<String> waiting = JdbcClient.create(database)
                        .sql(
                                "select invitation_id from invitation where permission <> 'CONTRIBUTOR' order by invitation_id")
                        .query(String.class)
                        .list();
                Deciding deciding = new Deciding(application, Visitor.signedIn(application));
                waiting.subList(0, WARM).forEach(deciding::decide);
                Costs costs = new Costs(new Latencies(), new Latencies(), new Latencies(), new Latencies());
                waiting.subList(WARM, WARM + MEASURED).forEach(id -> costs.add(deciding.decide(id)));
                costs.report(results);
            }
        }
    }

    /** A user who decides one invitation after another, alternating between accept and reject. */
    private static final class Deciding {

        private final ApplicationProcess application;
        private final Visitor person;
        private int made;

        Deciding(ApplicationProcess application, Visitor person) {
            this.application = application;
            this.person = person;
        }

        Cost decide(String invitation) {
            boolean accept = made++ % 2 == 0;
            String page = person.get("/invitations/" + invitation);
            Matcher fingerprint = FINGERPRINT.matcher(page);
            assertThat(fingerprint.find()).isTrue();
            String form = "action=" + (accept ? "ACCEPT" : "REJECT") + "&fingerprint=" + fingerprint.group(1)
                    + "&reason=Agreed+with+the+platform+team.";
            String token = person.token("/invitations/" + invitation);
            AwsTimes before = AwsTimes.of(application, METRICS_TOKEN);
            long started = System.nanoTime();
            assertThat(person.post("/invitations/" + invitation + "/decisions", form, token)
                            .statusCode())
                    .isEqualTo(302);
            double took = (System.nanoTime() - started) / 1e6;
            return new Cost(took, AwsTimes.of(application, METRICS_TOKEN).since(before));
        }
    }

    /** @param calls the AWS calls of the application during the decision */
    private record Cost(double millis, AwsTimes calls) {

        /** A decision without a request is reported as undecided and not sent again. */
        boolean alone() {
            return calls.count("UpdateShareInvitation") == 1
                    && calls.count("ListShareInvitations") == 1
                    && calls.count("AssumeRole") <= 1;
        }

        double listing() {
            return calls.millis("ListShareInvitations");
        }

        double sending() {
            return calls.millis("AssumeRole") + calls.millis("UpdateShareInvitation");
        }
    }

    private record Costs(Latencies whole, Latencies listing, Latencies sending, Latencies rest) {

        void add(Cost cost) {
            if (cost.alone()) {
                whole.add(cost.millis());
                sending.add(cost.sending());
                rest.add(cost.millis() - cost.listing() - cost.sending());
                listing.add(cost.listing());
            }
        }

        void report(Results results) {
            assertThat(rest.count()).isGreaterThan(MEASURED / 2);
            results.alone("(e) a decision beyond its AWS calls, median of " + rest.count(), rest.median(), "ms", 25.0);
            results.alone("p99 of the same", rest.p99(), "ms", null);
            results.alone("its parts at AWS: role and update, median", sending.median(), "ms", null);
            results.alone("its parts at AWS: the list before it, median", listing.median(), "ms", null);
            results.alone("all of it, median", whole.median(), "ms", null);
        }
    }
}
