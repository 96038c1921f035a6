package io.countersign.audit.chain;

import io.countersign.audit.chain.Finding.Kind;
import java.util.List;

/** Classifies a break of the chain by the entries around it. */
final class Diagnosis {

    private final long lastSeq;
    private final String lastHash;
    private final List<ChainedEntry> rest;
    private final ChainedEntry bad;

    /** @param rest the entry that breaks the chain, and later entries */
    Diagnosis(long lastSeq, String lastHash, List<ChainedEntry> rest) {
        this.lastSeq = lastSeq;
        this.lastHash = lastHash;
        this.rest = rest;
        this.bad = rest.get(0);
    }

    Finding finding() {
        long writtenAs = bad.writtenAs();
        if (nextEntryIsLater()) {
            return writtenAs != ChainedEntry.NOT_WRITTEN && predecessorIsLater()
                    ? new Finding(
                            Kind.REORDERED,
                            bad.seq(),
                            "entry %d is out of order: it was written after entries that now follow it"
                                    .formatted(bad.seq()))
                    : inserted(bad.seq());
        }
        if (bad.hash() == null) {
            return inserted(bad.seq());
        }
        if (writtenAs == ChainedEntry.NOT_WRITTEN) {
            return new Finding(
                    Kind.CHANGED, bad.seq(), "entry %d was changed after it was written".formatted(bad.seq()));
        }
        if (writtenAs <= lastSeq) {
            return inserted(writtenAs);
        }
        if (writtenAs > lastSeq + 1) {
            return removed(writtenAs - 1);
        }
        return new Finding(
                Kind.CHANGED,
                Math.max(1, lastSeq),
                "entry %d was changed and rehashed: entry %d was written after a different entry"
                        .formatted(Math.max(1, lastSeq), bad.seq()));
    }

    private boolean nextEntryIsLater() {
        return rest.stream()
                .skip(1)
                .anyMatch(link -> link.follows(lastHash) && link.writtenAs() != ChainedEntry.NOT_WRITTEN);
    }

    private boolean predecessorIsLater() {
        return rest.stream().skip(1).anyMatch(link -> link.hash() != null && bad.follows(link.hash()));
    }

    private Finding inserted(long seq) {
        return new Finding(
                Kind.INSERTED,
                seq,
                "entry %d was not written by Countersign: its neighbors do not link to it".formatted(seq));
    }

    private Finding removed(long to) {
        long from = lastSeq + 1;
        return new Finding(
                Kind.REMOVED,
                from,
                from == to
                        ? "entry %d is missing".formatted(from)
                        : "entries %d to %d are missing".formatted(from, to));
    }
}
