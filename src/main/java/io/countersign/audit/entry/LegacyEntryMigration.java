package io.countersign.audit.entry;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.chain.Hashes;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Adds entries that are older than the chain to it, once, in the order of their numbers. */
@Component
public class LegacyEntryMigration {

    private static final Logger log = LoggerFactory.getLogger(LegacyEntryMigration.class);

    private final ChainRepository rows;
    private final AuditChain chain;
    private final TransactionOperations transactions;

    public LegacyEntryMigration(ChainRepository rows, AuditChain chain, TransactionOperations transactions) {
        this.rows = rows;
        this.chain = chain;
        this.transactions = transactions;
    }

    /** Works in batches, so that it resumes after a crash, and replicas take turns. */
    public void migrate() {
        long chained = 0;
        long batch;
        do {
            batch = transactions.execute(status -> batch());
            chained += batch;
        } while (batch > 0);
        if (chained > 0) {
            log.info("{} entries from before the chain are chained", chained);
            chain.appendNow(AuditEntry.bySystem(AuditAction.AUDIT_LOG, AuditOutcome.DONE)
                    .withMessage(chained
                            + " entries from before this version were chained as they were."
                            + " The audit log does not cover earlier events."));
        }
    }

    private long batch() {
        ChainRepository.Last last = rows.lock();
        // an entry without a hash above a chained entry was not written by the application
        List<StoredAuditEntry> legacy = rows.onlyLegacy(last.seq()) ? rows.unchained(last.seq()) : List.of();
        String hash = last.hash();
        for (StoredAuditEntry entry : legacy) {
            String previous = hash;
            hash = Hashes.link(previous, CanonicalEntryFormat.canonical(entry, CanonicalEntryFormat.LEGACY));
            rows.chain(entry.seq(), previous, hash);
        }
        if (!legacy.isEmpty()) {
            rows.moveHead(legacy.get(legacy.size() - 1).seq(), hash);
        }
        return legacy.size();
    }
}
