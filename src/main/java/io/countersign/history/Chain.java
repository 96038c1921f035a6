package io.countersign.history;

import io.countersign.history.chain.Hashes;
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
 * Appends entries one after the other, each with the hash of the one before. Whoever appends holds the head of the chain
 * until the commit. Therefore it is taken last, after every other row of the transaction: writers wait for each other only
 * for the moment of the commit, and never in a circle.
 */
@Component
class Chain {

    private final ChainRows rows;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    Chain(ChainRows rows, InstantSource clock, TransactionOperations transactions) {
        this.rows = rows;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Writes just before the transaction of the caller commits, or at once where there is none. */
    void append(NewEntry entry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            waiting().entries.add(entry);
        } else {
            appendNow(entry);
        }
    }

    /** Returns the number of the entry. Call it outside a transaction. */
    long appendNow(NewEntry entry) {
        return transactions.execute(status -> write(List.of(entry)));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Waiting waiting() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Waiting.class::isInstance)
                .map(Waiting.class::cast)
                .filter(waiting -> waiting.chain() == this)
                .findFirst()
                .orElseGet(this::register);
    }

    private Waiting register() {
        Waiting waiting = new Waiting();
        TransactionSynchronizationManager.registerSynchronization(waiting);
        return waiting;
    }

    /** The time is taken while the head is held, so that numbers and times go up together. */
    private long write(List<NewEntry> entries) {
        ChainRows.Last last = rows.lock();
        long seq = last.seq();
        String hash = last.hash();
        for (NewEntry added : entries) {
            Entry entry = added.written(++seq, now());
            String previous = hash;
            hash = Hashes.link(previous, EntryFormat.canonical(entry, EntryFormat.CURRENT));
            rows.insert(entry, EntryFormat.CURRENT, previous, hash);
        }
        rows.move(seq, hash);
        return seq;
    }

    /** The entries of one transaction, in order. */
    private final class Waiting implements TransactionSynchronization {

        private final List<NewEntry> entries = new ArrayList<>();

        private Chain chain() {
            return Chain.this;
        }

        /** After those of others, which may still touch rows. */
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
