package io.countersign.kill;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line for each kill to {@code target/kill-tests/parallel-<database>/kills.tsv}. */
record ParallelKillReport(TabSeparatedFile file, Database database, long seed) {

    private static final Logger log = LoggerFactory.getLogger(ParallelKillReport.class);

    static ParallelKillReport in(Path directory, Database database, long seed) {
        TabSeparatedFile file = new TabSeparatedFile(directory.resolve("kills.tsv"));
        file.line(
                "kill",
                "seed",
                "span ms",
                "kill after ms",
                "in flight",
                "responses",
                "refusals",
                "after restart",
                "restart ms");
        return new ParallelKillReport(file, database, seed);
    }

    void add(int number, ParallelDecisions.Killed killed, Observation seen, Duration restart) {
        file.line(
                number,
                seed,
                killed.spanMillis(),
                killed.killMillis(),
                killed.inFlight(),
                killed.kills().stream().filter(kill -> kill.seen() != null).count(),
                killed.kills().stream()
                        .filter(kill -> kill.boundary() == Boundary.LISTED)
                        .count(),
                states(killed.kills(), seen),
                restart.toMillis());
    }

    /** Logs how many decisions of all kills are in which state now. */
    void summarize(int number, List<Kill> kills, Observation seen) {
        log.info("{}: {} kills, {} decisions: {}", database, number, kills.size(), states(kills, seen));
    }

    private static String states(List<Kill> kills, Observation seen) {
        return kills.stream()
                .collect(groupingBy(kill -> state(kill, seen), TreeMap::new, counting()))
                .toString();
    }

    private static String state(Kill kill, Observation seen) {
        return Objects.requireNonNullElse(seen.about(kill).state(), "nothing")
                + (seen.inEffect(kill) ? " and decided in AWS" : " and pending in AWS");
    }
}
