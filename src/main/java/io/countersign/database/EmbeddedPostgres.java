package io.countersign.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL server that this process starts, watches and stops. Its data are kept in a folder. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** After a crash, processes of the old server may still hold its memory, and another program may take the port. */
    private static final int ATTEMPTS = 5;

    private final PostgresDirectory directory;
    private final PostgresCommands commands;
    private final FileChannel lock;
    private final Map<String, String> settings;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch = new Thread(this::restartWhenItEnds, "embedded PostgreSQL");

    private EmbeddedPostgres(PostgresDirectory directory, FileChannel lock, Map<String, String> settings)
            throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.settings = settings;
        commands = new PostgresCommands(directory, PostgresPrograms.extractedInto(directory.root()));
        if (!directory.hasCluster()) {
            log.info("Creating the embedded database in {}", directory.root());
            commands.initialize();
        }
        stopSurvivor();
        port = startOnFreePort();
        createDatabase();
        watch.setDaemon(true);
        watch.start();
    }

    /** Starts the server of a folder; creates the folder if it does not exist. */
    public static EmbeddedPostgres start(Path directory) {
        return start(directory, Map.of());
    }

    /** @param settings of the server, which replace those of the application */
    public static EmbeddedPostgres start(Path directory, Map<String, String> settings) {
        PostgresDirectory place = PostgresDirectory.of(directory);
        try {
            place.prepare();
            FileChannel lock = place.lock();
            try {
                return new EmbeddedPostgres(place, lock, settings);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot use " + place.root(), e);
        }
    }

    public DatabaseLogin login() {
        return login(PostgresDirectory.USER);
    }

    private DatabaseLogin login(String user) {
        try {
            return directory.login(user, port);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot read the password of the server", e);
        }
    }

    /** A server survives when its application is killed. A stale file would keep the next server from starting. */
    private void stopSurvivor() throws IOException {
        Path file = Postmaster.file(directory.cluster());
        if (running().isPresent()) {
            log.info("Stopping the embedded PostgreSQL server that the last run left behind");
            commands.stop();
        } else if (Files.deleteIfExists(file)) {
            log.info("The embedded PostgreSQL server was killed: it recovers its data");
        }
    }

    private Optional<Postmaster> running() throws IOException {
        return Postmaster.of(directory.cluster()).filter(postmaster -> postmaster.runsOn(directory.cluster()));
    }

    private int startOnFreePort() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int free = freePort();
            try {
                commands.start(free, settings);
                return free;
            } catch (EmbeddedPostgresException e) {
                if (attempt == ATTEMPTS || !e.isTransient()) {
                    throw e;
                }
                isClosedWithinASecond();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** The application is not a superuser: it owns its database and nothing else. */
    private void createDatabase() {
        DatabaseLogin login = login(PostgresCommands.SUPERUSER);
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
                login.url().replaceFirst("/[^/]*$", "/" + PostgresCommands.SUPERUSER),
                login.username(),
                login.password()));
        createUnlessIn(jdbc, "pg_roles where rolname", "role %s login password '" + login.password() + "'");
        createUnlessIn(jdbc, "pg_database where datname", "database %1$s owner %1$s");
    }

    private static void createUnlessIn(JdbcClient jdbc, String catalog, String object) {
        String name = PostgresDirectory.USER;
        if (jdbc.sql("select count(*) from " + catalog + " = ?")
                        .param(name)
                        .query(Integer.class)
                        .single()
                == 0) {
            jdbc.sql("create " + object.formatted(name)).update();
        }
    }

    private void restartWhenItEnds() {
        boolean ended = false;
        while (!isClosedWithinASecond()) {
            try {
                // its file may be incomplete while it is written
                boolean endedBefore = ended;
                ended = running().isEmpty();
                if (endedBefore && ended) {
                    restart();
                    ended = false;
                }
            } catch (IOException | RuntimeException e) {
                log.error(
                        "The embedded PostgreSQL server cannot be restarted; the next attempt follows: {}",
                        e.getMessage());
            }
        }
    }

    private void restart() throws IOException {
        log.error("The embedded PostgreSQL server ended unexpectedly: restarting it");
        Files.deleteIfExists(Postmaster.file(directory.cluster()));
        commands.start(port, settings);
    }

    private boolean isClosedWithinASecond() {
        try {
            return closing.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        try (lock) {
            stopWatching();
            if (lock.isOpen() && running().isPresent()) {
                commands.stop();
            }
        } catch (IOException | RuntimeException e) {
            log.error("The embedded PostgreSQL server could not be stopped; the next start does it", e);
        }
    }

    /** Leaves the server running, as a process that is killed does. */
    void abandon() throws IOException {
        stopWatching();
        lock.close();
    }

    private void stopWatching() {
        closing.countDown();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
