package io.countersign.connection.registry;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Memberships;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationAccountRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what AWS Organizations lists, in one transaction with the audit entries. */
@Service
public class OrganizationAccountService {

    private static final int ACCOUNTS_PER_ENTRY = 40;

    private final OrganizationAccountRepository organization;
    private final StoredConnectionRepository stored;
    private final ConnectionVersionRepository version;
    private final Memberships memberships;
    private final AuditLog auditLog;

    OrganizationAccountService(
            OrganizationAccountRepository organization,
            StoredConnectionRepository stored,
            ConnectionVersionRepository version,
            Memberships memberships,
            AuditLog auditLog) {
        this.organization = organization;
        this.stored = stored;
        this.version = version;
        this.memberships = memberships;
        this.auditLog = auditLog;
    }

    /**
     * Stores the accounts of the organization with the memberships that they change, and renames the connections whose
     * names no admin chose.
     */
    @Transactional
    public void store(Collection<OrganizationAccount> accounts, String person) {
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
        auditLog.append(ConnectionAuditEntries.organizationListed(accounts.size(), renamed.size(), person));
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
        auditLog.append(ConnectionAuditEntries.changed(
                before.account(), "changed", ConnectionDifference.between(before.connection(), renamed), person));
    }
}
