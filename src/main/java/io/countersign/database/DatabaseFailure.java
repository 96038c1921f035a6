package io.countersign.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Recognizes failures that end by themselves when the server, its disk or its primary role comes back. */
public final class DatabaseFailure {

    /** Connection lost, resources such as disk space, shutdown of the server, I/O error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private static final String READ_ONLY = "25006";

    /** A statement that waits too long ends with this; the server is well. */
    private static final String CANCELED = "57014";

    private DatabaseFailure() {}

    /** Returns the cause in one line; empty if the failure has another cause. */
    public static Optional<String> cause(Throwable failure) {
        return find(failure).map(SQLException::getMessage).flatMap(text -> text.lines()
                .findFirst());
    }

    static boolean isReadOnly(Throwable failure) {
        return find(failure)
                .map(SQLException::getSQLState)
                .filter(READ_ONLY::equals)
                .isPresent();
    }

    private static Optional<SQLException> find(Throwable failure) {
        @Nullable SQLException found = null;
        for (@Nullable Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && isTransient(sql)) {
                found = sql;
            }
        }
        return Optional.ofNullable(found);
    }

    /** A rollback on a lost connection fails as well, and its failure hides the first one. */
    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof TransactionSystemException rollback && rollback.getApplicationException() != null
                ? rollback.getApplicationException()
                : failure.getCause();
    }

    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.length() < 2) {
            return failure instanceof SQLTransientConnectionException;
        }
        return state.equals(READ_ONLY) || CLASSES.contains(state.substring(0, 2)) && !state.equals(CANCELED);
    }
}
