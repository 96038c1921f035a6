package io.countersign.database;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains the errors of PostgreSQL that an administrator can fix. */
class SqlFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String LOGIN =
            "Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD (and SPRING_FLYWAY_USER"
                    + " and SPRING_FLYWAY_PASSWORD, if they are set).";

    /** By SQLSTATE; an entry of two characters applies to its class. */
    private static final Map<String, String> ACTIONS = Map.of(
            "28",
            LOGIN,
            "3D000",
            "Create the database, or correct SPRING_DATASOURCE_URL.",
            "42501",
            "Grant the missing right to the database user. The user needs CONNECT on the database, and CREATE and USAGE on the schema.",
            "25006",
            "Use a database that accepts writes: the primary server, without default_transaction_read_only.",
            "08",
            "Start the database server, or correct SPRING_DATASOURCE_URL. Check the network between them.",
            "53",
            "Free the resource that the server names, such as disk space or connections, and restart.",
            "57P03",
            "Wait until the database server accepts connections, and restart.");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        SQLException answer = answerIn(cause);
        String action = action(answer.getSQLState());
        return action == null
                ? null
                : new FailureAnalysis("The database cannot be used: " + answer.getMessage(), action, cause);
    }

    /** Returns the answer of the server, which pools and migrations wrap into exceptions without a state. */
    static SQLException answerIn(Throwable outer) {
        SQLException found = new SQLException(outer);
        for (@Nullable Throwable cause = outer; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                found = sql;
            }
        }
        return found;
    }

    private static @Nullable String action(@Nullable String state) {
        return state == null || state.length() < 2
                ? null
                : ACTIONS.getOrDefault(state, ACTIONS.get(state.substring(0, 2)));
    }
}
