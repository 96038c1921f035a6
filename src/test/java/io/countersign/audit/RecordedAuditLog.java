package io.countersign.audit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An audit log in memory that, like the real one, writes when the transaction of the caller commits, and can fail then. */
@Primary
public class RecordedAuditLog implements AuditLog {

    public final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    public volatile boolean failing;
    private @Nullable AuditLog stored;

    /** Also appends the entries to a log in a database, for state that counts only with its entry. */
    public RecordedAuditLog storedIn(AuditLog log) {
        stored = log;
        return this;
    }

    @Override
    public void append(AuditEntry entry) {
        if (stored != null) {
            stored.append(entry);
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    appendNow(entry);
                }
            });
        } else {
            appendNow(entry);
        }
    }

    @Override
    public void appendUnlessRepeated(AuditEntry entry, List<StoredAuditEntry> newest) {
        append(entry);
    }

    @Override
    public long appendNow(AuditEntry entry) {
        if (failing) {
            throw new IllegalStateException("the audit entry cannot be written");
        }
        entries.add(entry);
        return entries.size();
    }

    public List<AuditOutcome> outcomes() {
        return entries.stream().map(AuditEntry::outcome).toList();
    }

    public List<String> messages() {
        return entries.stream().map(AuditEntry::message).toList();
    }
}
