package io.countersign.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Access to the configured database for a command, also while the application is not running. Closing it stops the embedded server
 * if this session started it.
 */
public record DatabaseSession(DatabaseLogin login, @Nullable EmbeddedPostgres started) implements AutoCloseable {

    /** Opens the database that the configuration names; never creates one. */
    public static DatabaseSession open(Environment environment) {
        return DatabaseLogin.configured(environment)
                .map(login -> new DatabaseSession(login, null))
                .orElseGet(() -> openEmbedded(environment));
    }

    private static DatabaseSession openEmbedded(Environment environment) {
        PostgresDirectory directory = PostgresDirectory.of(Binder.get(environment)
                .bindOrCreate("countersign.database", DatabaseProperties.class)
                .directory());
        if (!directory.hasCluster()) {
            throw new EmbeddedPostgresException("there is no database in " + directory.root());
        }
        return directory
                .loginOfRunningApplication()
                .map(login -> new DatabaseSession(login, null))
                .orElseGet(() -> {
                    EmbeddedPostgres server = EmbeddedPostgres.start(directory.root());
                    return new DatabaseSession(server.login(), server);
                });
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
