package io.countersign.connection;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user changed a connection in the browser.
 *
 * @param account the connected account
 * @param differences the changed values; all values of an added or removed connection
 */
public record ConnectionChanged(String person, AccountId account, Kind kind, List<ConnectionDifference> differences)
        implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.by(person, AuditAction.CONNECTION_CHANGED, AuditOutcome.DONE)
                .about(AuditSubjects.of(account))
                .withMessage(text()));
    }

    /** The kind of change. */
    public enum Kind {
        ADDED,
        CHANGED,
        PAUSED,
        RESUMED,
        REMOVED
    }

    public ConnectionChanged {
        differences = List.copyOf(differences);
    }

    /** Describes the change, one line per value, without the external ID. */
    public String text() {
        return Stream.concat(
                        Stream.of("connection " + kind.name().toLowerCase(Locale.ROOT)),
                        differences.stream().map(ConnectionDifference::toString))
                .collect(Collectors.joining("\n"));
    }
}
