package io.countersign.audit.chain;

import io.countersign.audit.chain.Finding.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checkpoints from several sources, without duplicates. */
public final class Checkpoints {

    private final Collection<Checkpoint> all;
    private final TrustedKeys trusted;
    private final Set<String> hashes;
    private final TreeMap<Long, List<Checkpoint>> byEntry;

    /**
     * Ignores a checkpoint that a crash cut short if it is complete elsewhere.
     *
     * @param trusted without any, signatures of all keys are checked but vouch for nothing
     */
    public Checkpoints(List<Checkpoint> found, TrustedKeys trusted) {
        Map<String, Checkpoint> once = new LinkedHashMap<>();
        found.stream()
                .filter(checkpoint ->
                        !checkpoint.isTorn() || found.stream().noneMatch(whole -> checkpoint.isStartOf(whole)))
                .sorted(Comparator.comparingLong(Checkpoint::number))
                .forEach(checkpoint -> once.put(checkpoint.line(), checkpoint));
        this.all = once.values();
        this.trusted = trusted;
        this.hashes =
                all.stream().map(checkpoint -> Hashes.of(checkpoint.signed())).collect(Collectors.toSet());
        this.byEntry =
                all.stream().collect(Collectors.groupingBy(Checkpoint::entrySeq, TreeMap::new, Collectors.toList()));
    }

    /** Whether the signature of a checkpoint proves anything. */
    boolean trustAnyKey() {
        return !trusted.ids().isEmpty();
    }

    /** Checkpoints about entries above one number and up to another. */
    List<Checkpoint> between(long before, long seq) {
        return byEntry.subMap(before, false, seq, true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The newest checkpoint about a later entry, or null. */
    @Nullable
    Checkpoint beyond(long seq) {
        Map.Entry<Long, List<Checkpoint>> last = byEntry.lastEntry();
        return last == null || last.getKey() <= seq ? null : last.getValue().get(0);
    }

    /** The first fault of the checkpoints themselves. Of two with the same number, the entries show the right one. */
    @Nullable
    Finding finding() {
        Checkpoint before = null;
        for (Checkpoint checkpoint : all) {
            String wrong = wrongWith(checkpoint, before);
            if (wrong != null) {
                return new Finding(Kind.CHECKPOINT, checkpoint.entrySeq(), "checkpoint " + checkpoint.number() + wrong);
            }
            before = checkpoint;
        }
        return null;
    }

    private @Nullable String wrongWith(Checkpoint checkpoint, @Nullable Checkpoint before) {
        if (!checkpoint.isSigned()) {
            return " does not match its signature";
        }
        if (!trusted.ids().isEmpty() && !trusted.ids().contains(checkpoint.keyId())) {
            return " is signed by key " + checkpoint.keyId() + ", which is not trusted";
        }
        if (before == null && checkpoint.number() > 1) {
            return " is the first one found: earlier checkpoints are missing";
        }
        if (before != null && checkpoint.number() > before.number() + 1) {
            return " does not follow checkpoint " + before.number() + ": checkpoints in between are missing";
        }
        if (before != null && checkpoint.number() > 1 && !hashes.contains(checkpoint.previous())) {
            return " follows a different checkpoint " + (checkpoint.number() - 1) + " than the one found";
        }
        return null;
    }
}
