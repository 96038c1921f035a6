package io.countersign.audit.chain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Verifies a chain in one pass, from the first entry to the last, and stops at the first fault. */
public final class Verifier {

    /** The number of entries after a break that are read to classify it. */
    private static final int WINDOW = 1000;

    private final Iterator<ChainedEntry> links;
    private final Checkpoints checkpoints;
    private final @Nullable ChainHead head;
    private final LongConsumer progress;

    private long entries;
    private @Nullable ChainedEntry last;
    private @Nullable Checkpoint agreed;
    private long backwards;
    private long firstBackwards;

    /**
     * @param links in their stored order
     * @param head where the chain should end, or null if only the checkpoints show it
     * @param progress receives the number of verified entries from time to time
     */
    public Verifier(
            Iterator<ChainedEntry> links, Checkpoints checkpoints, @Nullable ChainHead head, LongConsumer progress) {
        this.links = links;
        this.checkpoints = checkpoints;
        this.head = head;
        this.progress = progress;
    }

    public VerificationReport verify() {
        Finding finding = checkpoints.finding();
        if (finding == null && head != null && head.lowest() < 1) {
            finding = Findings.invalidNumber(head.lowest());
        }
        while (finding == null && links.hasNext()) {
            finding = check(links.next());
        }
        if (finding == null) {
            finding = end();
        }
        return new VerificationReport(
                entries, lastSeq(), finding, agreed, agreed != null && checkpoints.trustAnyKey(), notes());
    }

    private @Nullable Finding check(ChainedEntry link) {
        if (link.seq() < 1) {
            return Findings.invalidNumber(link.seq());
        }
        if (!isNext(link)) {
            return new Diagnosis(lastSeq(), lastHash(), window(link)).finding();
        }
        List<Checkpoint> about = checkpoints.between(lastSeq(), link.seq());
        for (Checkpoint checkpoint : about) {
            if (!checkpoint.entryHash().equals(link.hash())) {
                return Findings.rewritten(checkpoint, agreed);
            }
        }
        agreed = about.isEmpty() ? agreed : about.get(about.size() - 1);
        noteTime(link);
        last = link;
        if (++entries % WINDOW == 0) {
            progress.accept(entries);
        }
        return null;
    }

    private boolean isNext(ChainedEntry link) {
        return link.format() > 0 && link.seq() == lastSeq() + 1 && link.follows(lastHash()) && link.intact();
    }

    private List<ChainedEntry> window(ChainedEntry bad) {
        List<ChainedEntry> window = new ArrayList<>(List.of(bad));
        while (window.size() <= WINDOW && links.hasNext()) {
            window.add(links.next());
        }
        return window;
    }

    private @Nullable Finding end() {
        if (head != null && head.seq() > lastSeq()) {
            return Findings.cutOff(lastSeq(), "the database counted up to entry " + head.seq());
        }
        if (head != null && head.stored() > head.seq()) {
            return Findings.notCounted(head.seq());
        }
        if (head != null && !head.hash().equals(lastHash())) {
            return Findings.rehashed(lastSeq());
        }
        Checkpoint beyond = checkpoints.beyond(lastSeq());
        return beyond == null
                ? null
                : Findings.cutOff(
                        lastSeq(),
                        "checkpoint %d of %s signed entry %d"
                                .formatted(beyond.number(), Timestamps.utc(beyond.at()), beyond.entrySeq()));
    }

    private void noteTime(ChainedEntry link) {
        if (last != null && link.at().isBefore(last.at()) && backwards++ == 0) {
            firstBackwards = link.seq();
        }
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (backwards > 0) {
            notes.add("The clock went back %d times, first at entry %d. Entries are ordered by number."
                    .formatted(backwards, firstBackwards));
        }
        if (agreed == null && entries > 0) {
            notes.add("No checkpoint covered these entries, so a user with write access could have invented them.");
        } else if (agreed != null && agreed.entrySeq() < lastSeq()) {
            notes.add("No checkpoint covered entries %d to %d.".formatted(agreed.entrySeq() + 1, lastSeq()));
        }
        return notes;
    }

    private long lastSeq() {
        return last == null ? 0 : last.seq();
    }

    private String lastHash() {
        return last == null || last.hash() == null ? Hashes.NONE : last.hash();
    }
}
