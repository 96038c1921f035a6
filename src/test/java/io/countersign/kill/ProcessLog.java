package io.countersign.kill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads the last output of a process for the message of a failed test, where the log file may be lost. */
final class ProcessLog {

    private static final int LINES = 400;
    private static final int SIGNAL_SECONDS = 5;

    private ProcessLog() {}

    /** Requests a thread dump first, if the JVM is alive. */
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
