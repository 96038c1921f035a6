package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import io.countersign.history.chain.Finding;
import io.countersign.history.chain.Finding.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of the database and those in their place, and whether each has what the other must have.
 *
 * @param lost the first that one of the two lacks, or null
 * @param unread why the place could not be read, or null
 */
record GatheredCheckpoints(
        List<Checkpoint> all,
        @Nullable Finding lost,
        @Nullable Exception unread) {

    /** Reads what lies in the place. */
    interface There {
        List<Checkpoint> all() throws IOException;
    }

    /** What is placed and signed meanwhile must not seem lost: the place is read between what it must have and what it may. */
    static GatheredCheckpoints of(CheckpointRows rows, There place) {
        List<Checkpoint> placed = rows.placed();
        List<Checkpoint> there;
        try {
            there = place.all();
        } catch (IOException | RuntimeException e) {
            return new GatheredCheckpoints(rows.all(), null, e);
        }
        return of(placed, there, rows.all());
    }

    /** A copy of what lay in the place some time ago lacks what is newer than it. */
    static GatheredCheckpoints ofCopy(CheckpointRows rows, List<Checkpoint> copy) {
        long newest = copy.stream().mapToLong(Checkpoint::number).max().orElse(0);
        List<Checkpoint> placed = rows.placed().stream()
                .filter(checkpoint -> checkpoint.number() <= newest)
                .toList();
        return of(placed, copy, rows.all());
    }

    private static GatheredCheckpoints of(List<Checkpoint> placed, List<Checkpoint> there, List<Checkpoint> stored) {
        List<Checkpoint> all = new ArrayList<>(stored);
        all.addAll(there);
        return new GatheredCheckpoints(all, lost(placed, there, stored), null);
    }

    private static @Nullable Finding lost(List<Checkpoint> placed, List<Checkpoint> there, List<Checkpoint> stored) {
        Set<String> lines = there.stream().map(Checkpoint::line).collect(Collectors.toSet());
        Set<Long> numbers = stored.stream().map(Checkpoint::number).collect(Collectors.toSet());
        Stream<Finding> fromThePlace = placed.stream()
                .filter(checkpoint -> !lines.contains(checkpoint.line()))
                .map(checkpoint -> lost(checkpoint, "is missing or different in the checkpoint location"));
        Stream<Finding> fromTheDatabase = there.stream()
                .filter(checkpoint -> checkpoint.isSigned() && !numbers.contains(checkpoint.number()))
                .map(checkpoint -> lost(checkpoint, "exists in the checkpoint location but not in the database"));
        return Stream.concat(fromThePlace, fromTheDatabase).findFirst().orElse(null);
    }

    private static Finding lost(Checkpoint checkpoint, String how) {
        return new Finding(
                Kind.CHECKPOINT, checkpoint.entrySeq(), "checkpoint %d %s".formatted(checkpoint.number(), how));
    }
}
