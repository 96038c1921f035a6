package io.countersign.connection.registry;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AccountId;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionVerification;
import io.countersign.connection.Memberships;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationAccountRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final int ACCOUNTS_PER_ENTRY = 40;

    private final StoredConnectionRepository stored;
    private final ConfiguredConnections configured;
    private final OrganizationAccountRepository organization;
    private final ConnectionVersionRepository version;
    private final ConnectionVerification verification;
    private final Memberships memberships;
    private final AuditLog auditLog;

    ConnectionService(
            StoredConnectionRepository stored,
            ConfiguredConnections configured,
            OrganizationAccountRepository organization,
            ConnectionVersionRepository version,
            ConnectionVerification verification,
            Memberships memberships,
            AuditLog auditLog) {
        this.stored = stored;
        this.configured = configured;
        this.organization = organization;
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
        append(person, connection.account(), "added", ConnectionDifference.between(null, connection));
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
        added.forEach(connection ->
                append(person, connection.account(), "added", ConnectionDifference.between(null, connection)));
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
        List<String> differences = ConnectionDifference.between(old, connection);
        if (differences.isEmpty()) {
            return Edit.DONE;
        }
        boolean namedHere = before.get().namedHere() || !old.name().equals(connection.name());
        if (!stored.change(connection, namedHere, version, person)) {
            return Edit.OVERTAKEN;
        }
        append(person, connection.account(), "changed", differences);
        return Edit.DONE;
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
            append(person, account, change, List.of());
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
            append(person, account, "removed", changes);
        });
    }

    /**
     * Stores the accounts of the organization with the memberships that they change, and renames the connections whose
     * names no admin chose.
     */
    @Transactional
    public void organizationListed(Collection<OrganizationAccount> accounts, String person) {
        version.increment();
        List<String> changes = memberships.recordChanges(person, () -> organization.replace(accounts));
        appendMemberships(person, changes);
        Map<AccountId, String> names = new HashMap<>();
        accounts.forEach(account -> names.put(account.account(), account.name()));
        List<StoredConnection> renamed = stored.all().stream()
                .filter(each -> !each.namedHere())
                .filter(each -> !names.getOrDefault(
                                each.account(), each.connection().name())
                        .equals(each.connection().name()))
                .toList();
        renamed.forEach(each -> rename(each, names.get(each.account()), person));
        auditLog.append(entry(person)
                .withMessage("AWS Organizations: " + accounts.size() + " accounts listed, " + renamed.size()
                        + " connections renamed"));
    }

    /** Appends an entry for each group of accounts, because a longer message is cut. */
    private void appendMemberships(String person, List<String> changes) {
        for (int from = 0; from < changes.size(); from += ACCOUNTS_PER_ENTRY) {
            List<String> part = changes.subList(from, Math.min(changes.size(), from + ACCOUNTS_PER_ENTRY));
            auditLog.append(AuditEntry.by(person, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                    .withMessage(String.join("\n", part) + "\naccounts " + (from + 1) + " to " + (from + part.size())
                            + " of " + changes.size() + " whose membership AWS Organizations changes"));
        }
    }

    private void rename(StoredConnection before, String name, String person) {
        Connection renamed = before.connection().named(name);
        stored.change(renamed, false, before.version(), person);
        append(person, before.account(), "changed", ConnectionDifference.between(before.connection(), renamed));
    }

    private boolean connected(AccountId account) {
        return configured(account) || stored.find(account).isPresent();
    }

    private boolean configured(AccountId account) {
        return configured.find(account).isPresent();
    }

    private void append(String person, AccountId account, String change, List<String> differences) {
        auditLog.append(entry(person)
                .about(AuditSubjects.of(account))
                .withMessage(Stream.concat(Stream.of("connection " + change), differences.stream())
                        .collect(Collectors.joining("\n"))));
    }

    private static AuditEntry entry(String person) {
        return AuditEntry.by(person, AuditAction.CONNECTION_CHANGED, AuditOutcome.DONE);
    }
}
