package io.countersign.audit.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a link of the chain.
 *
 * @param format the version of the hashed text, from 1
 * @param canonical the text that is hashed; it ends in the number and the format
 * @param previous the hash of the entry before; null if it was never chained
 * @param hash null if it was never chained
 */
public record ChainedEntry(
        long seq,
        Instant at,
        int format,
        String canonical,
        @Nullable String previous,
        @Nullable String hash) {

    /** The largest distance from its position at which a moved entry is searched. */
    private static final int NEAR = 1000;

    static final long NOT_WRITTEN = -1;

    /** Whether the hash matches the text. */
    boolean intact() {
        return intact(canonical);
    }

    boolean follows(String lastHash) {
        return lastHash.equals(previous);
    }

    /** The number that the entry was written with, or {@link #NOT_WRITTEN} if its text was changed. */
    long writtenAs() {
        if (intact()) {
            return seq;
        }
        for (long n = Math.max(1, seq - NEAR); n <= seq + NEAR; n++) {
            if (intact(numbered(n))) {
                return n;
            }
        }
        return NOT_WRITTEN;
    }

    private boolean intact(String text) {
        return previous != null && hash != null && Hashes.link(previous, text).equals(hash);
    }

    private String numbered(long number) {
        int end = canonical.lastIndexOf("\"seq\":" + seq + ",");
        return end < 0 ? canonical : canonical.substring(0, end) + "\"seq\":" + number + ",\"v\":" + format + "}";
    }
}
