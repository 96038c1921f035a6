package io.countersign.sync;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Source;
import java.util.List;

/** A source that was read before, or never, now fails, or fails in another way than the last time. */
public record ReadFailed(Source source, AwsFailure failure) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.bySystem(AuditAction.READ, AuditOutcome.FAILED)
                .about(AuditSubjects.of(source))
                .withMessage(failure.summary())
                .withRequestId(failure.requestId()));
    }
}
