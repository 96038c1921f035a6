package io.countersign.connection.registry;

import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Connections;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connections and known accounts from the configuration. */
public final class ConfiguredConnections implements Connections, KnownAccounts {

    private final List<Connection> connections;
    private final Map<String, KnownAccount> known;

    public ConfiguredConnections(ConnectionProperties properties) {
        connections = properties.connections().stream()
                .map(ConnectionProperties.Account::toConnection)
                .toList();
        known = properties.knownAccounts();
    }

    @Override
    public List<Connection> all() {
        return connections;
    }

    Map<String, KnownAccount> known() {
        return known;
    }

    @Override
    public Collection<KnownAccount> knownAccounts() {
        return known.values();
    }

    @Override
    public Optional<KnownAccount> find(String accountId) {
        return Optional.ofNullable(known.get(accountId));
    }
}
