package io.countersign.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Writes one line for each kill to {@code target/kill-tests/<database>/kills.tsv}. */
record KillReport(Path file) {

    static KillReport in(Path directory) {
        KillReport report = new KillReport(directory.resolve("kills.tsv"));
        report.line("boundary", "action", "person saw", "after restart", "in AWS", "restart ms");
        return report;
    }

    void add(Kill kill, String state, SimulatedAws.Share share, Duration restart) {
        line(
                kill.boundary().name(),
                kill.action(),
                kill.seen() == null ? "nothing" : "the response",
                state,
                share.status(),
                String.valueOf(restart.toMillis()));
    }

    private void line(String... cells) {
        try {
            Files.writeString(
                    file, String.join("\t", cells) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
