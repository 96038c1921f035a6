package io.countersign.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Creates or upgrades the tables, or refuses a schema that it cannot use before it changes anything. */
@Component
class SchemaMigration implements FlywayMigrationStrategy {

    private static final String OWN_SCHEMA =
            "Give Countersign a schema or a database of its own. For a schema, run as a superuser:"
                    + " create schema countersign authorization %s; and add ?currentSchema=countersign to SPRING_DATASOURCE_URL.";

    /** The SQLSTATEs of objects that exist already: table, object, function. */
    private static final Set<String> EXISTS = Set.of("42P07", "42710", "42723");

    private final ObjectProvider<BeforeTables> steps;

    SchemaMigration(ObjectProvider<BeforeTables> steps) {
        this.steps = steps;
    }

    @Override
    public void migrate(Flyway flyway) {
        JdbcClient jdbc = JdbcClient.create(flyway.getConfiguration().getDataSource());
        DatabaseState state = DatabaseState.read(jdbc);
        if (state.readOnly()) {
            throw new UnusableDatabaseException(
                    "The database accepts no writes: it is a standby server, or default_transaction_read_only is on.",
                    "Use the primary server, or let the database user write.");
        }
        String schema = state.schema();
        if (schema == null) {
            throw new UnusableDatabaseException(
                    "No schema of the search path of database user \"" + state.user() + "\" exists.",
                    "Create the schema that currentSchema of SPRING_DATASOURCE_URL names, or correct its name.");
        }
        MigrationInfoService info = flyway.info();
        refuseOtherVersions(info);
        if (info.pending().length > 0 && !state.mayCreate()) {
            throw new UnusableDatabaseException(
                    "Database user \"%s\" may not create tables in schema \"%s\".".formatted(state.user(), schema),
                    OWN_SCHEMA.formatted(state.user()) + " Or grant the right: grant create, usage on schema " + schema
                            + " to " + state.user() + ";");
        }
        steps.forEach(BeforeTables::prepare);
        migrate(flyway, jdbc, state, schema);
    }

    private static void refuseOtherVersions(MigrationInfoService info) {
        for (MigrationInfo applied : info.applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new UnusableDatabaseException(
                        "A newer version of Countersign has upgraded the database to schema version %s; this version knows only %s."
                                .formatted(info.getInfoResult().schemaVersion, newestKnown(info)),
                        "Start the newer version, or restore the backup that was made before the upgrade.");
            }
            if (applied.getState() == MigrationState.BASELINE
                    && !"0".equals(applied.getVersion().getVersion())) {
                throw new UnusableDatabaseException(
                        "The schema has a Flyway baseline of version %s, so the first migrations would be left out."
                                .formatted(applied.getVersion()),
                        "Drop the table flyway_schema_history if Countersign has no data in this schema, and restart.");
            }
        }
    }

    private static @Nullable String newestKnown(MigrationInfoService info) {
        return Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved())
                .reduce((first, second) -> second)
                .map(migration -> migration.getVersion().getVersion())
                .orElse(null);
    }

    private static void migrate(Flyway flyway, JdbcClient jdbc, DatabaseState before, String schema) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new UnusableDatabaseException(
                    "The tables in schema \"" + schema
                            + "\" were created by another version of Countersign, or by another application: "
                            + e.getMessage().lines().findFirst().orElse(""),
                    OWN_SCHEMA.formatted(before.user()) + " Or start the version that created the tables.");
        } catch (FlywayException e) {
            if (!before.hasHistory()) {
                // all migrations are one transaction, which was rolled back
                jdbc.sql("drop table if exists flyway_schema_history").update();
            }
            SQLException answer = SqlFailureAnalyzer.answerIn(e);
            if (EXISTS.contains(String.valueOf(answer.getSQLState()))) {
                throw new UnusableDatabaseException(
                        "Schema \"%s\" contains objects of another application: %s"
                                .formatted(schema, answer.getMessage()),
                        OWN_SCHEMA.formatted(before.user()));
            }
            throw e;
        }
    }
}
