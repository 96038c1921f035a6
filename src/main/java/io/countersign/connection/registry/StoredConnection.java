package io.countersign.connection.registry;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import java.time.Instant;
import java.util.List;

/**
 * A connection that an admin added in the browser. It has an external id from the start, because roles are made with it.
 *
 * @param namedHere a person chose the name, so that an import leaves it alone
 * @param paused neither read nor decided in
 * @param version grows with every change of this connection
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
