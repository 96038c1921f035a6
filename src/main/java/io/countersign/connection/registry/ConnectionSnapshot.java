package io.countersign.connection.registry;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.Source;
import io.countersign.connection.organization.OrganizationAccount;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connections and known accounts at one version, indexed for lookup. */
record ConnectionSnapshot(
        long version,
        List<Connection> all,
        List<Source> sources,
        Map<AccountId, Connection> byAccount,
        Map<String, KnownAccount> names) {

    /** Configured values take precedence over values added here, and these over values from AWS. */
    static ConnectionSnapshot of(
            long version,
            ConfiguredConnections configured,
            List<StoredConnection> stored,
            List<OrganizationAccount> organization) {
        Map<AccountId, Connection> connections = new LinkedHashMap<>();
        configured.all().forEach(connection -> connections.put(connection.account(), connection));
        stored.stream()
                .filter(each -> !each.paused())
                .forEach(each -> connections.putIfAbsent(each.account(), each.connection()));
        List<Connection> all = List.copyOf(connections.values());
        return new ConnectionSnapshot(
                version,
                all,
                all.stream().flatMap(each -> each.sources().stream()).toList(),
                connections,
                names(configured, stored, organization));
    }

    private static Map<String, KnownAccount> names(
            ConfiguredConnections configured, List<StoredConnection> stored, List<OrganizationAccount> organization) {
        Map<String, KnownAccount> names = new HashMap<>();
        organization.forEach(each -> names.put(each.account().value(), internal(each.account(), each.name())));
        stored.forEach(each -> names.put(
                each.account().value(),
                internal(each.account(), each.connection().name())));
        names.putAll(configured.known());
        return names;
    }

    private static KnownAccount internal(AccountId account, String name) {
        return new KnownAccount(account, name, true);
    }

    Optional<Connection> find(AccountId account) {
        return Optional.ofNullable(byAccount.get(account));
    }

    Optional<KnownAccount> known(String accountId) {
        return Optional.ofNullable(names.get(accountId));
    }
}
