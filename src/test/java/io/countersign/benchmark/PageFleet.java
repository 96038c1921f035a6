package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Fleet;
import io.countersign.running.SimulatorProcess;
import io.countersign.running.Visitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** An application that has read its fleet and polls no more, with a signed-in user who visits pages. */
final class PageFleet implements AutoCloseable {

    private static final List<String> REGIONS =
            List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-southeast-2");
    private static final Pattern INVITATION = Pattern.compile("href=\"(/invitations/[0-9a-f]{32})");

    private final Map<String, Latencies> times = new HashMap<>();
    private final ApplicationProcess application;
    private final Visitor user;
    private final String invitation;

    private PageFleet(ApplicationProcess application) {
        this.application = application;
        this.user = Visitor.signedIn(application);
        this.invitation = invitations(user.get("/")).get(0);
    }

    /** Returns the paths of the invitations that a queue page lists. */
    static List<String> invitations(String queue) {
        List<String> paths = INVITATION
                .matcher(queue)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
        assertThat(paths).isNotEmpty();
        return paths;
    }

    /**
     * @param shared how many resources are shared with all accounts
     * @param entries the number of entries of the audit log, if the first sweep leaves fewer
     */
    static PageFleet read(BenchmarkDatabaseServer server, int accounts, int pending, int shared, long entries) {
        SimpleDriverDataSource database = server.database();
        try (SimulatorProcess simulator = SimulatorProcess.start()) {
            Fleet fleet = simulator.fleet(accounts, REGIONS, pending, Map.of("shared", shared, "owners", 20));
            ApplicationProcess application = ApplicationProcess.start(
                    database, simulator, fleet, "512m", "countersign.sync.every=1h", "countersign.sync.soon=1h");
            try {
                Sweeps sweeps = new Sweeps(application, database, fleet.sources());
                sweeps.first();
                assertThat(sweeps.pending()).isEqualTo(pending);
                LongAuditLog.extend(database, entries);
                return new PageFleet(application);
            } catch (RuntimeException | AssertionError e) {
                application.close();
                throw e;
            }
        }
    }

    /** Visits each page once, and measures the time. */
    void visit(Page page) {
        String path = path(page);
        times.computeIfAbsent(page.name(), any -> new Latencies()).time(() -> user.get(path));
    }

    private String path(Page page) {
        return page.path().replace("{invitation}", invitation);
    }

    double median(Page page) {
        return times.get(page.name()).median();
    }

    /** Returns the length of the page before compression, in kB. */
    double kilobytes(Page page) {
        return user.get(path(page)).length() / 1000.0;
    }

    /** Returns the processor time of the application for one visit, in ms, including compilers and collector. */
    double processorMillis(Page page, int visits) {
        Duration before = application.cpu();
        for (int i = 0; i < visits; i++) {
            user.get(path(page));
        }
        return application.cpu().minus(before).toNanos() / 1e6 / visits;
    }

    void forgetTimes() {
        times.clear();
    }

    @Override
    public void close() {
        application.close();
    }

    /** @param path may contain {@code {invitation}}, the path of an invitation in the queue */
    record Page(String name, String path) {}
}
