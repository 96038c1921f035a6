package io.countersign.audit.entry;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.chain.Hashes;

/** Appends entries that the application cannot write, such as entries of a later version. */
public final class TestEntries {

    private TestEntries() {}

    /** Call it inside a transaction. */
    public static void append(ChainRepository chain, StoredAuditEntry entry) {
        ChainRepository.Last last = chain.lock();
        String hash = Hashes.link(last.hash(), CanonicalEntryFormat.canonical(entry, CanonicalEntryFormat.CURRENT));
        chain.insert(entry, CanonicalEntryFormat.CURRENT, last.hash(), hash);
        chain.moveHead(entry.seq(), hash);
    }
}
