package io.countersign.sync;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.Source;
import java.util.List;

/** A complete poll of a source succeeded after a failure. */
public record ReadRecovered(Source source) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(
                AuditEntry.bySystem(AuditAction.READ, AuditOutcome.RECOVERED).about(AuditSubjects.of(source)));
    }
}
