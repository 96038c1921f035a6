package io.countersign.kill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a process said last, for the message of a test that failed far away, where nobody can open its log. */
final class LastWords {

    private static final int LINES = 400;
    private static final int SIGNAL_SECONDS = 5;

    private LastWords() {}

    /** Has the JVM add the stacks of its threads to its log first, where it still lives. */
    static String of(Process jvm, File log) {
        try {
            if (jvm.isAlive()) {
                new ProcessBuilder("kill", "-QUIT", String.valueOf(jvm.pid()))
                        .start()
                        .waitFor();
                jvm.waitFor(SIGNAL_SECONDS, TimeUnit.SECONDS);
            }
            List<String> lines = Files.readAllLines(log.toPath());
            return log + ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
