package io.countersign.connection.registry;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AccountId;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.Connection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit entries of connections. */
final class ConnectionAuditEntries {

    private ConnectionAuditEntries() {}

    static AuditEntry added(Connection connection, String person) {
        return changed(connection.account(), "added", ConnectionDifference.between(null, connection), person);
    }

    /** @param change a word such as "paused" */
    static AuditEntry changed(AccountId account, String change, List<String> differences, String person) {
        return of(person)
                .about(AuditSubjects.of(account))
                .withMessage(Stream.concat(Stream.of("connection " + change), differences.stream())
                        .collect(Collectors.joining("\n")));
    }

    static AuditEntry organizationListed(int accounts, int renamed, String person) {
        return of(person)
                .withMessage(
                        "AWS Organizations: " + accounts + " accounts listed, " + renamed + " connections renamed");
    }

    private static AuditEntry of(String person) {
        return AuditEntry.by(person, AuditAction.CONNECTION_CHANGED, AuditOutcome.DONE);
    }
}
