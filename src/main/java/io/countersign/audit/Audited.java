package io.countersign.audit;

import java.util.List;

/** An application event that the audit log records in the transaction that publishes it. */
public interface Audited {

    /** The audit entries of this event, in order. */
    List<AuditEntry> auditEntries();
}
