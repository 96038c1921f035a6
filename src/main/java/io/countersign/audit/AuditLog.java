package io.countersign.audit;

/** The append-only log. A change that cannot be recorded does not happen: a failure to append fails the transaction. */
public interface AuditLog {

    /** Writes the entry just before the caller's transaction commits, or at once if there is no transaction. */
    void append(AuditEntry entry);

    /** Like {@link #append}, unless the actor left the same entry about the same invitation a few minutes ago. */
    void appendUnlessRepeated(AuditEntry entry);

    /** Writes the entry in a transaction of its own, and returns its number. Call it outside a transaction. */
    long appendNow(AuditEntry entry);
}
