package io.countersign.kill;

import java.nio.file.Path;
import java.time.Duration;

/** Writes one line for each kill to {@code target/kill-tests/<database>/kills.tsv}. */
record KillReport(TabSeparatedFile file) {

    static KillReport in(Path directory) {
        TabSeparatedFile file = new TabSeparatedFile(directory.resolve("kills.tsv"));
        file.line("boundary", "action", "person saw", "after restart", "in AWS", "restart ms");
        return new KillReport(file);
    }

    void add(Kill kill, String state, SimulatedAws.Share share, Duration restart) {
        file.line(
                kill.boundary().name(),
                kill.action(),
                kill.seen() == null ? "nothing" : "the response",
                state,
                share.status(),
                restart.toMillis());
    }
}
