package io.countersign.connection.registry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says whether connections changed, to those who keep a copy. */
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

    /** Changes wait here for each other, until the first one's transaction ends. */
    void raise() {
        jdbc.sql("update connection_version set version = version + 1").update();
    }
}
