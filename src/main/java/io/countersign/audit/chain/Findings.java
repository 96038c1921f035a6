package io.countersign.audit.chain;

import io.countersign.audit.chain.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** Describes the faults that a verification finds. */
final class Findings {

    private Findings() {}

    static Finding invalidNumber(long seq) {
        return new Finding(
                Kind.INSERTED, seq, "entry %d was not written by Countersign, which counts from 1".formatted(seq));
    }

    /** @param last the last entry that Countersign counted */
    static Finding notCounted(long last) {
        return new Finding(
                Kind.INSERTED,
                last + 1,
                "entry %d was not written by Countersign, which counted up to %d".formatted(last + 1, last));
    }

    static Finding rehashed(long seq) {
        return new Finding(Kind.CHANGED, seq, "entry %d was changed and rehashed".formatted(seq));
    }

    /** @param agreed the last checkpoint that matches; null for none */
    static Finding rewritten(Checkpoint checkpoint, @Nullable Checkpoint agreed) {
        long from = agreed == null ? 1 : agreed.entrySeq() + 1;
        String since = agreed == null
                ? "no earlier checkpoint matches"
                : "checkpoint %d still matches, so the change happened after entry %d"
                        .formatted(agreed.number(), agreed.entrySeq());
        return new Finding(
                Kind.REWRITTEN,
                from,
                ("the entries are consistent, but entry %d differs from the one signed by checkpoint %d of %s; %s."
                                + " They were rewritten, or an older copy was restored and continued")
                        .formatted(checkpoint.entrySeq(), checkpoint.number(), Timestamps.utc(checkpoint.at()), since));
    }

    static Finding cutOff(long last, String evidence) {
        long from = last + 1;
        return new Finding(
                Kind.CUT_OFF, from, "entry %d and all later entries are missing: %s".formatted(from, evidence));
    }
}
