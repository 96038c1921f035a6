package io.countersign.audit;

import java.util.List;

/** An application event that the audit log records in the transaction that publishes it. */
public interface Audited {

    /** What the audit log records of this event, in order. */
    List<AuditEntry> auditEntries();
}
