package io.countersign.connection.registry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores a version number that invalidates cached connections. */
@Repository
class ConnectionVersionRepository {

    private final JdbcClient jdbc;

    ConnectionVersionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long current() {
        return jdbc.sql("select version from connection_version")
                .query(Long.class)
                .single();
    }

    /** Increments the version; concurrent changes wait until the first transaction ends. */
    void increment() {
        jdbc.sql("update connection_version set version = version + 1").update();
    }
}
