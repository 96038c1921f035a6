package io.countersign.connection.registry;

import io.countersign.audit.AuditLog;
import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionVerification;
import io.countersign.connection.Memberships;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes connections for admins. Each change is stored in one transaction with its audit entry. */
@Service
public class ConnectionService {

    private final StoredConnectionRepository stored;
    private final ConfiguredConnections configured;
    private final ConnectionVersionRepository version;
    private final ConnectionVerification verification;
    private final Memberships memberships;
    private final AuditLog auditLog;

    ConnectionService(
            StoredConnectionRepository stored,
            ConfiguredConnections configured,
            ConnectionVersionRepository version,
            ConnectionVerification verification,
            Memberships memberships,
            AuditLog auditLog) {
        this.stored = stored;
        this.configured = configured;
        this.version = version;
        this.verification = verification;
        this.memberships = memberships;
        this.auditLog = auditLog;
    }

    /** Returns false if the account is already connected, here or in the configuration. */
    @Transactional
    public boolean add(Connection connection, String person) {
        version.increment();
        if (connected(connection.account())) {
            return false;
        }
        verification.reset(connection.account());
        stored.add(List.of(connection), true, person);
        auditLog.append(ConnectionAuditEntries.added(connection, person));
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
        added.forEach(connection -> verification.reset(connection.account()));
        stored.add(added, false, person);
        added.forEach(connection -> auditLog.append(ConnectionAuditEntries.added(connection, person)));
        return added;
    }

    /**
     * @param version the version of the connection that the user saw
     * @return false if another user changed or removed the connection meanwhile
     */
    @Transactional
    public boolean change(Connection connection, int version, String person) {
        this.version.increment();
        Optional<StoredConnection> before = stored.find(connection.account());
        if (before.isEmpty()) {
            return false;
        }
        Connection old = before.get().connection();
        List<String> differences = ConnectionDifference.between(old, connection);
        if (differences.isEmpty()) {
            return true;
        }
        boolean namedHere = before.get().namedHere() || !old.name().equals(connection.name());
        if (!stored.change(connection, namedHere, version, person)) {
            return false;
        }
        auditLog.append(ConnectionAuditEntries.changed(connection.account(), "changed", differences, person));
        return true;
    }

    /** Stops polling the account and deciding in it. */
    @Transactional
    public void pause(AccountId account, String person) {
        pause(account, true, "paused", person);
    }

    @Transactional
    public void resume(AccountId account, String person) {
        pause(account, false, "resumed", person);
    }

    private void pause(AccountId account, boolean paused, String change, String person) {
        version.increment();
        if (stored.pause(account, paused, person)) {
            auditLog.append(ConnectionAuditEntries.changed(account, change, List.of(), person));
        }
    }

    /** Removes only the connection; its invitations and decisions remain. */
    @Transactional
    public void remove(AccountId account, String person) {
        version.increment();
        stored.find(account).ifPresent(before -> {
            List<String> changes = new ArrayList<>(ConnectionDifference.between(before.connection(), null));
            changes.addAll(memberships.recordChanges(person, () -> {
                stored.remove(account);
                verification.reset(account);
            }));
            auditLog.append(ConnectionAuditEntries.changed(account, "removed", changes, person));
        });
    }

    private boolean connected(AccountId account) {
        return configured(account) || stored.find(account).isPresent();
    }

    private boolean configured(AccountId account) {
        return configured.find(account).isPresent();
    }
}
