package io.countersign.history;

import io.countersign.history.chain.Hashes;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Chains the entries that were written before there was a chain, once, in the order of their numbers. */
@Component
class EarlyEntries {

    private static final Logger log = LoggerFactory.getLogger(EarlyEntries.class);

    private final ChainRows rows;
    private final Chain chain;
    private final TransactionOperations transactions;

    EarlyEntries(ChainRows rows, Chain chain, TransactionOperations transactions) {
        this.rows = rows;
        this.chain = chain;
        this.transactions = transactions;
    }

    /** A batch at a time: after a crash it goes on where it was. Two replicas take turns. */
    void chain() {
        long chained = 0;
        long batch;
        do {
            batch = transactions.execute(status -> batch());
            chained += batch;
        } while (batch > 0);
        if (chained > 0) {
            log.info("{} entries from before the chain are chained", chained);
            chain.appendNow(NewEntry.by(NewEntry.SYSTEM, EntryAction.RECORD, EntryOutcome.DONE)
                    .saying(chained
                            + " entries from before this version were chained as they stood. What happened to them"
                            + " The audit log does not cover earlier events."));
        }
    }

    private long batch() {
        ChainRows.Last last = rows.lock();
        // whatever has no hash behind a chained entry was not written by us
        List<Entry> early = rows.onlyEarly(last.seq()) ? rows.unchained(last.seq()) : List.of();
        String hash = last.hash();
        for (Entry entry : early) {
            String previous = hash;
            hash = Hashes.link(previous, EntryFormat.canonical(entry, EntryFormat.EARLY));
            rows.chain(entry.seq(), previous, hash);
        }
        if (!early.isEmpty()) {
            rows.move(early.get(early.size() - 1).seq(), hash);
        }
        return early.size();
    }
}
