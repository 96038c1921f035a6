package io.countersign.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reports DOWN while the database does not answer or accepts no writes, because its disk is full or it is read-only. The log
 * names each cause once, also if nothing asks for the health.
 */
@Component
class DatabaseWritesHealthIndicator implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWritesHealthIndicator.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DataSource pool;
    private @Nullable String failure;

    DatabaseWritesHealthIndicator(JdbcClient jdbc, TransactionOperations transaction, DataSource pool) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.pool = pool;
    }

    @Override
    public synchronized Health health() {
        try {
            write();
            if (failure != null) {
                log.info("The database accepts writes again");
            }
            failure = null;
            return Health.up().build();
        } catch (DataAccessException | TransactionException e) {
            String cause = DatabaseFailure.cause(e).orElse(String.valueOf(e.getMessage()));
            // temporary files are numbered
            String kind = cause.replaceAll("\\d+", "");
            if (!kind.equals(failure)) {
                log.error("The database accepts no writes: {}", cause);
            }
            failure = kind;
            if (DatabaseFailure.isReadOnly(e)) {
                replaceConnections();
            }
            return Health.down().build();
        }
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void watch() {
        health();
    }

    /** Changes no rows: the lock selects none, and the sort only writes a temporary file of about a megabyte. */
    private void write() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select 1 from scheduled_tasks where false for update")
                    .query()
                    .listOfRows();
            jdbc.sql("set local work_mem = '64kB'").update();
            jdbc.sql(
                            "select count(*) from (select md5(g::text) as text from generate_series(1, 20000) g order by 1) sorted")
                    .query(Long.class)
                    .single();
        });
    }

    /** After a failover, open connections lead to the former primary server, and new ones to the server that accepts writes. */
    private void replaceConnections() {
        try {
            if (pool.isWrapperFor(HikariDataSource.class)) {
                pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
            }
        } catch (SQLException e) {
            log.warn("The connections to the read-only database cannot be replaced: {}", e.getMessage());
        }
    }
}
