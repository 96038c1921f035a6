package io.countersign.connection.registry;

import io.countersign.connection.ConnectionsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores a version number, and publishes an event, which invalidate cached connections. */
@Repository
class ConnectionVersionRepository {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ConnectionVersionRepository(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    long current() {
        return jdbc.sql("select version from connection_version")
                .query(Long.class)
                .single();
    }

    /** Increments the version; concurrent changes wait until the first transaction ends. */
    void increment() {
        jdbc.sql("update connection_version set version = version + 1").update();
        events.publishEvent(new ConnectionsChanged());
    }
}
