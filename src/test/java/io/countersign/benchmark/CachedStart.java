package io.countersign.benchmark;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An application that is started with an AOT cache.
 *
 * @param java the executable of a JDK 25 or later
 * @param launch what stands between the options of the JVM and the arguments: the class path and the main class, or the jar
 */
record CachedStart(Path java, Path directory, List<String> launch, List<String> arguments) {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Has the application record its classes and methods. */
    void train() {
        Process process = run("-XX:AOTCacheOutput=start.aot", "train");
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)
                    || !Files.exists(directory.resolve("start.aot"))) {
                throw new IllegalStateException("no cache: " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts the application, and returns the milliseconds until each of the paths answers. */
    List<Double> millisUntil(String... paths) {
        int port = ApplicationProcess.freePort();
        long started = System.nanoTime();
        Process process = run("-XX:AOTCache=start.aot", "--server.port=" + port);
        try {
            List<Double> millis = new ArrayList<>();
            for (String path : paths) {
                answer("http://127.0.0.1:" + port + path, process);
                millis.add((System.nanoTime() - started) / 1e6);
            }
            return millis;
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private Process run(String option, String argument) {
        List<String> command = new ArrayList<>(List.of(java.toString(), option));
        command.addAll(launch);
        command.add(argument);
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("start.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(String address, Process process) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        Await.until(address + " answered", LONGEST, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended: " + output());
            }
            try {
                return HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("start.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
