package io.countersign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.database.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application in its own process, which can be restarted after a kill with the same port and database. */
final class Application implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private final Path directory;
    private final ApplicationSettings settings;
    private final @Nullable Breakpoints breakpoints;
    private final int port = FreePorts.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private String lastAnswer = "nothing";

    /** @param breakpoints the debugger that holds threads; null for a run without a debugger */
    Application(Path directory, ApplicationSettings settings, @Nullable Breakpoints breakpoints) {
        this.directory = directory;
        this.settings = settings;
        this.breakpoints = breakpoints;
        // Removes the rest of an interrupted test run.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    int port() {
        return port;
    }

    /** Returns when the application answers. */
    void start() {
        Process started = begin();
        try {
            Polling.until("the application answers", START_LIMIT, () -> {
                if (!started.isAlive()) {
                    throw new AssertionError("the application ended with " + started.exitValue());
                }
                return answers();
            });
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "; last answer: " + lastAnswer + "\n" + ProcessLog.of(started, log()), e);
        }
    }

    /** Returns the time until the application answers. */
    Duration restart() {
        Instant began = Instant.now();
        start();
        return Duration.between(began, Instant.now());
    }

    /** Kills the process as {@code kill -9} does. */
    synchronized void kill() {
        Process running = process;
        if (running != null) {
            process = null;
            try {
                running.destroyForcibly().waitFor();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Kills the embedded database server, if there is one. */
    void killDatabase() {
        Path postmaster = database().resolve("cluster").resolve("postmaster.pid");
        if (Files.exists(postmaster)) {
            try {
                long pid = Long.parseLong(Files.readAllLines(postmaster).get(0));
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path database() {
        return directory.resolve("data").resolve("postgresql");
    }

    /**
     * Runs the command that verifies the audit log.
     *
     * @param arguments none for the database
     */
    void verify(String... arguments) {
        ProcessBuilder command = new ProcessBuilder().directory(directory.toFile());
        command.environment().putAll(settings.environment());
        List<String> line = new ArrayList<>(PackagedJar.options());
        line.addAll(List.of("-jar", PackagedJar.extracted().toString(), "verify"));
        line.addAll(List.of(arguments));
        File said = directory.resolve("verify.log").toFile();
        assertThat(PackagedJar.exit(command, said, line))
                .as("verify, see " + said)
                .isZero();
    }

    /** Verifies a downloaded audit log against the checkpoints outside the database. */
    void verifyDownload(String record) throws IOException {
        Path file = directory.resolve("log.jsonl");
        Files.writeString(file, record);
        verify(
                file.toString(),
                "--checkpoints="
                        + directory.resolve("data").resolve("checkpoints").resolve("checkpoints.jsonl"));
    }

    private synchronized Process begin() {
        Process begun = launch();
        process = begun;
        return begun;
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(PackagedJar.java()));
        command.addAll(PackagedJar.options());
        if (breakpoints != null) {
            command.add(breakpoints.option());
        }
        command.addAll(List.of("-jar", PackagedJar.extracted().toString(), "--server.port=" + port));
        command.addAll(settings.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        builder.environment().putAll(settings.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File log() {
        return directory.resolve("countersign-" + port + ".log").toFile();
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                .timeout(ANSWER_LIMIT)
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            lastAnswer = "status " + status;
            return status == 200;
        } catch (IOException notYet) {
            lastAnswer = notYet.toString();
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        if (Files.exists(database().resolve("cluster").resolve("postmaster.pid"))) {
            // Stops the database server that survived.
            EmbeddedPostgres.start(database()).close();
        }
    }
}
