package io.countersign.sync;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Source;
import java.util.List;

/** A poll of a source failed for the first time, or with another kind of failure than the poll before. */
public record ReadFailed(Source source, AwsFailure failure) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.bySystem(AuditAction.READ, AuditOutcome.FAILED)
                .about(AuditSubjects.of(source))
                .withMessage(failure.summary())
                .withRequestId(failure.requestId()));
    }
}
