package io.countersign.audit;

import java.util.List;

/** The append-only log. A change that cannot be recorded does not happen: a failure to append fails the transaction. */
public interface AuditLog {

    /** Writes the entry just before the caller's transaction commits, or at once if there is no transaction. */
    void append(AuditEntry entry);

    /**
     * Like {@link #append}, unless the actor left the same entry about the same invitation a few minutes ago.
     *
     * @param newest the newest entries about the invitation, newest first
     */
    void appendUnlessRepeated(AuditEntry entry, List<StoredAuditEntry> newest);

    /** Writes the entry in a transaction of its own, and returns its number. Call it outside a transaction. */
    long appendNow(AuditEntry entry);
}
