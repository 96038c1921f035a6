package io.countersign.connection.registry;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionChanged;
import io.countersign.connection.ConnectionChanged.Kind;
import io.countersign.connection.ConnectionDifference;
import io.countersign.connection.OrganizationListed;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationAccountRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes connections for admins. Each change is stored in one transaction with its audit entry. */
@Service
public class ConnectionService {

    /** The outcome of an edit. */
    public enum Edit {
        DONE,
        /** Another user changed the connection in the meantime. */
        OVERTAKEN,
        GONE
    }

    private final StoredConnectionRepository stored;
    private final ConfiguredConnections configured;
    private final OrganizationAccountRepository organization;
    private final ConnectionVersionRepository version;
    private final ApplicationEventPublisher events;

    ConnectionService(
            StoredConnectionRepository stored,
            ConfiguredConnections configured,
            OrganizationAccountRepository organization,
            ConnectionVersionRepository version,
            ApplicationEventPublisher events) {
        this.stored = stored;
        this.configured = configured;
        this.organization = organization;
        this.version = version;
        this.events = events;
    }

    /** Returns false if the account is already connected, here or in the configuration. */
    @Transactional
    public boolean add(Connection connection, String person) {
        version.increment();
        if (connected(connection.account())) {
            return false;
        }
        stored.add(List.of(connection), true, person);
        publish(person, Kind.ADDED, null, connection);
        return true;
    }

    /** Returns the added connections; skips accounts that are already connected. */
    @Transactional
    public List<Connection> addImported(Collection<Connection> chosen, String person) {
        version.increment();
        Set<AccountId> present =
                stored.all().stream().map(StoredConnection::account).collect(Collectors.toSet());
        List<Connection> added = chosen.stream()
                .filter(connection -> !present.contains(connection.account()) && !configured(connection.account()))
                .toList();
        stored.add(added, false, person);
        added.forEach(connection -> publish(person, Kind.ADDED, null, connection));
        return added;
    }

    /** @param version the version of the connection that the user saw */
    @Transactional
    public Edit change(Connection connection, int version, String person) {
        this.version.increment();
        Optional<StoredConnection> before = stored.find(connection.account());
        if (before.isEmpty()) {
            return Edit.GONE;
        }
        Connection old = before.get().connection();
        if (ConnectionDifference.between(old, connection).isEmpty()) {
            return Edit.DONE;
        }
        boolean namedHere = before.get().namedHere() || !old.name().equals(connection.name());
        if (!stored.change(connection, namedHere, version, person)) {
            return Edit.OVERTAKEN;
        }
        publish(person, Kind.CHANGED, old, connection);
        return Edit.DONE;
    }

    /** Stops polling the account and deciding in it. */
    @Transactional
    public void pause(AccountId account, String person) {
        pause(account, true, Kind.PAUSED, person);
    }

    @Transactional
    public void resume(AccountId account, String person) {
        pause(account, false, Kind.RESUMED, person);
    }

    private void pause(AccountId account, boolean paused, Kind kind, String person) {
        version.increment();
        if (stored.pause(account, paused, person)) {
            events.publishEvent(new ConnectionChanged(person, account, kind, List.of()));
        }
    }

    /** Removes only the connection; its invitations and decisions remain. */
    @Transactional
    public void remove(AccountId account, String person) {
        version.increment();
        stored.find(account).ifPresent(before -> {
            stored.remove(account);
            publish(person, Kind.REMOVED, before.connection(), null);
        });
    }

    /** Stores the accounts of the organization, and renames the connections whose names no admin chose. */
    @Transactional
    public void organizationListed(Collection<OrganizationAccount> accounts, String person) {
        version.increment();
        organization.replace(accounts);
        Map<AccountId, String> names = new HashMap<>();
        accounts.forEach(account -> names.put(account.account(), account.name()));
        List<StoredConnection> renamed = stored.all().stream()
                .filter(each -> !each.namedHere())
                .filter(each -> !names.getOrDefault(
                                each.account(), each.connection().name())
                        .equals(each.connection().name()))
                .toList();
        renamed.forEach(each -> rename(each, names.get(each.account()), person));
        events.publishEvent(new OrganizationListed(person, accounts.size(), renamed.size()));
    }

    private void rename(StoredConnection before, String name, String person) {
        Connection renamed = before.connection().named(name);
        stored.change(renamed, false, before.version(), person);
        publish(person, Kind.CHANGED, before.connection(), renamed);
    }

    private boolean connected(AccountId account) {
        return configured(account) || stored.find(account).isPresent();
    }

    private boolean configured(AccountId account) {
        return configured.find(account).isPresent();
    }

    private void publish(String person, Kind kind, @Nullable Connection before, @Nullable Connection after) {
        Connection subject = after == null ? before : after;
        if (subject != null) {
            events.publishEvent(new ConnectionChanged(
                    person, subject.account(), kind, ConnectionDifference.between(before, after)));
        }
    }
}
