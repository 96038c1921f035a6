package io.countersign.connection.registry;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import java.time.Instant;
import java.util.List;

/**
 * A connection that an admin added in the browser. It always has an external ID, because its roles are created with it.
 *
 * @param namedHere an admin chose the name, so an import keeps it
 * @param paused polling and decisions are suspended
 * @param version incremented by every change of this connection
 */
public record StoredConnection(
        Connection connection, boolean namedHere, boolean paused, int version, Instant changedAt, String changedBy) {

    public AccountId account() {
        return connection.account();
    }

    StoredConnection in(List<Region> regions) {
        return new StoredConnection(connection.in(regions), namedHere, paused, version, changedAt, changedBy);
    }
}
