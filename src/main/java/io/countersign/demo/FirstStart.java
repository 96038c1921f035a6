package io.countersign.demo;

import io.countersign.audit.entry.ChainRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets one process create the history; others that start at the same time wait until it has ended. */
@Component
@Profile("demo")
class FirstStart {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final String LOCK = "select pg_advisory_lock(7461002)";

    /** Longer than a history takes. */
    private static final int LONGEST_WAIT_SECONDS = 120;

    private final DataSource dataSource;
    private final ChainRepository chain;
    private @Nullable Connection lock;

    FirstStart(DataSource dataSource, ChainRepository chain) {
        this.dataSource = dataSource;
        this.chain = chain;
    }

    /**
     * Returns whether the audit log has no entry but those of a start that failed before its history, and then holds a lock that also
     * ends with the process.
     *
     * @param time the beginning of the history, to which no later entry may exist
     */
    boolean begin(Instant time) {
        boolean first = acquire() && chain.hasOnlyEntriesOfTheSystemBefore(time);
        if (!first) {
            end();
        }
        return first;
    }

    private boolean acquire() {
        try {
            lock = dataSource.getConnection();
            execute(LOCK);
            return true;
        } catch (SQLException e) {
            log.warn("Another process creates the history of the demo for too long", e);
            return false;
        }
    }

    void end() {
        Connection held = lock;
        if (held == null) {
            return;
        }
        try (held) {
            execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            log.warn("The lock of the history ends with its connection", e);
        } finally {
            lock = null;
        }
    }

    private void execute(String sql) throws SQLException {
        if (lock != null) {
            try (var statement = lock.createStatement()) {
                statement.setQueryTimeout(LONGEST_WAIT_SECONDS);
                statement.execute(sql);
            }
        }
    }
}
