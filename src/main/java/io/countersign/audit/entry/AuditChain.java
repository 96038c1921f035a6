package io.countersign.audit.entry;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.chain.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends entries one after the other, each with the hash of the previous one. A writer locks the head of the chain until its
 * commit. It takes this lock after all others of the transaction, so that writers wait for each other only during the commit and
 * never deadlock.
 */
@Component
public class AuditChain implements AuditLog {

    private static final Duration REPEAT_INTERVAL = Duration.ofMinutes(10);

    private final ChainRepository rows;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    public AuditChain(ChainRepository rows, InstantSource clock, TransactionOperations transactions) {
        this.rows = rows;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public void append(AuditEntry entry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            pending().entries.add(entry);
        } else {
            appendNow(entry);
        }
    }

    @Override
    public void appendUnlessRepeated(AuditEntry entry, List<StoredAuditEntry> newest) {
        boolean repeated = newest.stream()
                .filter(each -> each.actor().equals(entry.actor())
                        && each.action().equals(entry.action().name()))
                .findFirst()
                .filter(last -> last.subject().equals(entry.subject().sanitized()))
                .filter(last -> last.at().isAfter(now().minus(REPEAT_INTERVAL)))
                .isPresent();
        if (!repeated) {
            append(entry);
        }
    }

    @Override
    public long appendNow(AuditEntry entry) {
        return transactions.execute(status -> write(List.of(entry)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private PendingEntries pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(PendingEntries.class::isInstance)
                .map(PendingEntries.class::cast)
                .filter(pending -> pending.chain() == this)
                .findFirst()
                .orElseGet(this::register);
    }

    private PendingEntries register() {
        PendingEntries pending = new PendingEntries();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** Reads the clock while it holds the lock, so that numbers and times increase together. */
    private long write(List<AuditEntry> entries) {
        ChainRepository.Last last = rows.lock();
        long seq = last.seq();
        String hash = last.hash();
        for (AuditEntry added : entries) {
            StoredAuditEntry entry = added.stored(++seq, now());
            String previous = hash;
            hash = Hashes.link(previous, CanonicalEntryFormat.canonical(entry, CanonicalEntryFormat.CURRENT));
            rows.insert(entry, CanonicalEntryFormat.CURRENT, previous, hash);
        }
        rows.moveHead(seq, hash);
        return seq;
    }

    /** The entries of one transaction, in order. */
    private final class PendingEntries implements TransactionSynchronization {

        private final List<AuditEntry> entries = new ArrayList<>();

        private AuditChain chain() {
            return AuditChain.this;
        }

        /** Runs after other synchronizations, which may still lock rows. */
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(entries);
        }
    }
}
