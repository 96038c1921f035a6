package io.countersign.demo;

import io.countersign.audit.entry.ChainRepository;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/** Lets one process create the history; others that start at the same time wait until it has ended. */
@Component
@Profile("demo")
class FirstStart {

    private static final String LOCK = "select pg_advisory_lock(7461002)";

    private final DataSource dataSource;
    private final ChainRepository chain;
    private @Nullable Connection lock;

    FirstStart(DataSource dataSource, ChainRepository chain) {
        this.dataSource = dataSource;
        this.chain = chain;
    }

    /** Returns whether the audit log is empty, and then holds a lock that also ends with the process. */
    boolean begin() {
        try {
            lock = dataSource.getConnection();
            execute(LOCK);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("lock", LOCK, e);
        }
        boolean first = chain.head().seq() == 0;
        if (!first) {
            end();
        }
        return first;
    }

    void end() {
        Connection held = lock;
        if (held == null) {
            return;
        }
        try (held) {
            execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            throw new UncategorizedSQLException("unlock", null, e);
        } finally {
            lock = null;
        }
    }

    private void execute(String sql) throws SQLException {
        if (lock != null) {
            try (var statement = lock.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
