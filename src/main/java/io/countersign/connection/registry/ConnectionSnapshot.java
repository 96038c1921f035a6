package io.countersign.connection.registry;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.Source;
import io.countersign.connection.organization.OrganizationAccount;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
            List<OrganizationAccount> organization,
            Set<String> verified) {
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
                names(configured, stored, organization, verified));
    }

    private static Map<String, KnownAccount> names(
            ConfiguredConnections configured,
            List<StoredConnection> stored,
            List<OrganizationAccount> organization,
            Set<String> verified) {
        Map<String, KnownAccount> names = new HashMap<>();
        organization.forEach(
                each -> names.put(each.account().value(), new KnownAccount(each.account(), each.name(), true)));
        Set<String> internal = new HashSet<>(names.keySet());
        internal.addAll(verified);
        stored.forEach(each -> connected(each.connection(), internal, names));
        names.putAll(configured.known());
        configured.all().forEach(each -> connected(each, internal, names));
        return names;
    }

    /** A connection whose account was never read does not show that the account is internal. */
    private static void connected(Connection connection, Set<String> internal, Map<String, KnownAccount> names) {
        String account = connection.account().value();
        names.put(
                account,
                new KnownAccount(connection.account(), connection.name(), internal.contains(account) ? true : null));
    }

    Optional<Connection> find(AccountId account) {
        return Optional.ofNullable(byAccount.get(account));
    }

    Optional<KnownAccount> known(String accountId) {
        return Optional.ofNullable(names.get(accountId));
    }
}
