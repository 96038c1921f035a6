package io.countersign.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server that this process starts, watches and stops. Its data are kept in a folder. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final PostgresServer server;
    private final FileChannel lock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch = new Thread(this::restartWhenItEnds, "embedded PostgreSQL");

    private EmbeddedPostgres(PostgresServer server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
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
                return new EmbeddedPostgres(PostgresServer.start(place, settings), lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot use " + place.root(), e);
        }
    }

    public DatabaseLogin login() {
        return server.login(PostgresDirectory.USER);
    }

    private void restartWhenItEnds() {
        boolean ended = false;
        String reported = "";
        while (!isClosedWithinASecond()) {
            try {
                // its file may be incomplete while it is written
                boolean endedBefore = ended;
                ended = !server.isRunning();
                if (endedBefore && ended) {
                    if (reported.isEmpty()) {
                        log.error("The embedded PostgreSQL server ended unexpectedly: restarting it");
                    }
                    server.restart();
                    ended = false;
                    reported = "";
                }
            } catch (IOException | RuntimeException e) {
                String cause = EmbeddedPostgresException.inOneLine(e);
                if (!cause.equals(reported)) {
                    log.error(
                            "The embedded PostgreSQL server cannot be restarted; an attempt follows each second: {}",
                            cause);
                }
                reported = cause;
            }
        }
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
            if (lock.isOpen() && server.isRunning()) {
                server.stop();
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
