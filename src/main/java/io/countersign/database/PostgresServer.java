package io.countersign.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The process of an embedded PostgreSQL server, with the database of the application. */
final class PostgresServer {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    /** After a crash, processes of the old server may still hold its memory, and another program may take the port. */
    private static final int ATTEMPTS = 5;

    private final PostgresDirectory directory;
    private final PostgresCommands commands;
    private final Map<String, String> settings;
    private final int port;

    private PostgresServer(PostgresDirectory directory, Map<String, String> settings) throws IOException {
        this.directory = directory;
        this.settings = settings;
        commands = new PostgresCommands(directory, PostgresPrograms.extractedInto(directory.root()));
        if (!directory.hasCluster()) {
            log.info("Creating the embedded database in {}", directory.root());
            commands.initialize();
        }
        stopSurvivor();
        port = startOnFreePort();
        createDatabase();
    }

    /** Starts the server of a prepared folder on a free port. */
    static PostgresServer start(PostgresDirectory directory, Map<String, String> settings) throws IOException {
        return new PostgresServer(directory, settings);
    }

    DatabaseLogin login(String user) {
        try {
            return directory.login(user, port);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot read the password of the server", e);
        }
    }

    boolean isRunning() throws IOException {
        return Postmaster.of(directory.cluster())
                .filter(postmaster -> postmaster.runsOn(directory.cluster()))
                .isPresent();
    }

    void restart() throws IOException {
        Files.deleteIfExists(Postmaster.file(directory.cluster()));
        commands.start(port, settings);
    }

    void stop() throws IOException {
        commands.stop();
    }

    /** A server survives when its application is killed. A stale file would keep the next server from starting. */
    private void stopSurvivor() throws IOException {
        Path file = Postmaster.file(directory.cluster());
        if (isRunning()) {
            log.info("Stopping the embedded PostgreSQL server that the last run left behind");
            commands.stop();
        } else if (Files.deleteIfExists(file)) {
            log.info("The embedded PostgreSQL server was killed: it recovers its data");
        }
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
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
}
