package io.countersign.running;

import io.countersign.CountersignApplication;
import io.countersign.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Runs the whole application in its own process, with one user. */
public final class ApplicationProcess implements AutoCloseable {

    public static final String PERSON = "lead";
    public static final String PASSWORD = "demo";

    /** The hash of {@link #PASSWORD}. */
    public static final String HASH =
            "{argon2}$argon2id$v=19$m=19456,t=2,p=1$f5R3Pde5TYjfe2rE70thHA$V1qwueHbMF9P5H8jYa0MeCdVCeHNuoHF+ESFEJIWd1Y";

    private static final String HUB = "666677778888";
    private static final Duration START = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JavaProcess process;
    private final int port;

    private ApplicationProcess(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Connects the fleet and returns once the application answers.
     *
     * @param heap the value of {@code -Xmx}
     * @param settings additional properties, as {@code name=value}
     */
    public static ApplicationProcess start(
            SimpleDriverDataSource database, SimulatorProcess simulator, Fleet fleet, String heap, String... settings) {
        TestDatabase.migrate(database);
        fleet.connect(database);
        int port = freePort();
        String url = String.valueOf(database.getUrl());
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--countersign.aws.endpoint=" + simulator.address(),
                "--countersign.aws.access-key-id=AKIADEMO" + HUB,
                "--countersign.aws.secret-access-key=demo",
                "--countersign.people[0].name=" + PERSON,
                "--countersign.people[0].password=" + HASH,
                "--countersign.people[0].roles=LEAD",
                "--countersign.passkey.roles=",
                // Checkpoints of another test's database would look like a rewritten audit log.
                "--countersign.audit.witness-file=target/processes/record-" + Math.abs(url.hashCode())
                        + "/witness.json",
                "--countersign.audit.directory=target/processes/record-" + Math.abs(url.hashCode()),
                "--countersign.audit.key-file=target/processes/audit-key.pem",
                "--countersign.start.warm-up=0s",
                // Replicas on one machine would otherwise have the same name.
                "--db-scheduler.scheduler-name=" + port));
        for (String setting : settings) {
            arguments.removeIf(argument -> argument.startsWith("--" + setting.split("=", 2)[0] + "="));
            arguments.add("--" + setting);
        }
        JavaProcess process = JavaProcess.start("application", CountersignApplication.class, jvm(heap), arguments);
        ApplicationProcess application = new ApplicationProcess(process, port);
        try {
            Await.until("the application answered", START, application::answers);
            return application;
        } catch (RuntimeException | AssertionError e) {
            process.close();
            throw new IllegalStateException(process.output(), e);
        }
    }

    /** The system property {@code benchmark.jvm} adds options, for example for Flight Recorder. */
    private static List<String> jvm(String heap) {
        List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
        Stream.of(System.getProperty("benchmark.jvm", "").split(" "))
                .filter(option -> !option.isBlank())
                .forEach(options::add);
        return options;
    }

    /**
     * Returns a port below those that the system gives to other connections: one of these could take the port before the
     * application does.
     */
    public static int freePort() {
        for (int tried = 0; tried < 100; tried++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException inUse) {
                // the next one
            }
        }
        throw new IllegalStateException("no free port from 20000 to 29999");
    }

    private boolean answers() {
        if (!process.alive()) {
            throw new IllegalStateException("the application ended at its start:\n" + process.output());
        }
        try {
            return status("/actuator/health") == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns its name in the column {@code picked_by}. */
    public String name() {
        return String.valueOf(port);
    }

    /** Returns the processor time since the start. */
    public Duration cpu() {
        return process.cpu();
    }

    public long pid() {
        return process.pid();
    }

    public String output() {
        return process.output();
    }

    /** Sends SIGTERM and does not wait. */
    public void terminate() {
        process.terminate();
    }

    public boolean alive() {
        return process.alive();
    }

    /** Returns the status of a page or endpoint. */
    public int status(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address() + path)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends SIGKILL. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
