package io.countersign.audit.checkpoint;

import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.chain.Finding.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the checkpoints of the database with those in the store.
 *
 * @param lost the first checkpoint that one side lacks, or null
 * @param unread the error that prevented reading the store, or null
 */
public record CheckpointComparison(
        List<Checkpoint> all,
        @Nullable Finding lost,
        @Nullable Exception unread) {

    /** Reads the checkpoints in the store. */
    public interface StoredCheckpoints {
        List<Checkpoint> all() throws IOException;
    }

    /** Compares with a store that must contain all checkpoints. */
    public static CheckpointComparison of(CheckpointRepository rows, StoredCheckpoints store) {
        return of(rows, rows.stored(), store);
    }

    /**
     * Compares with the store of a replica, which lacks what another replica stored elsewhere.
     *
     * @param place the name of the store
     */
    public static CheckpointComparison of(CheckpointRepository rows, String place, StoredCheckpoints store) {
        return of(rows, rows.stored(place), store);
    }

    /** Reads the store between the two queries, so that a checkpoint that is published meanwhile does not seem lost. */
    private static CheckpointComparison of(
            CheckpointRepository rows, List<Checkpoint> published, StoredCheckpoints store) {
        List<Checkpoint> inStore;
        try {
            inStore = store.all();
        } catch (IOException | RuntimeException e) {
            return new CheckpointComparison(rows.all(), null, e);
        }
        return of(published, inStore, rows.all());
    }

    /** Compares with an older copy of the store, which lacks newer checkpoints. */
    public static CheckpointComparison ofCopy(CheckpointRepository rows, List<Checkpoint> copy) {
        long newest = copy.stream().mapToLong(Checkpoint::number).max().orElse(0);
        List<Checkpoint> published = rows.stored().stream()
                .filter(checkpoint -> checkpoint.number() <= newest)
                .toList();
        return of(published, copy, rows.all());
    }

    private static CheckpointComparison of(
            List<Checkpoint> published, List<Checkpoint> inStore, List<Checkpoint> inDatabase) {
        List<Checkpoint> all = new ArrayList<>(inDatabase);
        all.addAll(inStore);
        return new CheckpointComparison(all, lost(published, inStore, inDatabase), null);
    }

    private static @Nullable Finding lost(
            List<Checkpoint> published, List<Checkpoint> inStore, List<Checkpoint> inDatabase) {
        Set<String> lines = inStore.stream().map(Checkpoint::line).collect(Collectors.toSet());
        Set<Long> numbers = inDatabase.stream().map(Checkpoint::number).collect(Collectors.toSet());
        Stream<Finding> missingInStore = published.stream()
                .filter(checkpoint -> !lines.contains(checkpoint.line()))
                .map(checkpoint -> lost(checkpoint, "is missing or different in the checkpoint location"));
        Stream<Finding> missingInDatabase = inStore.stream()
                .filter(checkpoint -> checkpoint.isSigned() && !numbers.contains(checkpoint.number()))
                .map(checkpoint -> lost(checkpoint, "exists in the checkpoint location but not in the database"));
        return Stream.concat(missingInStore, missingInDatabase).findFirst().orElse(null);
    }

    private static Finding lost(Checkpoint checkpoint, String how) {
        return new Finding(
                Kind.CHECKPOINT, checkpoint.entrySeq(), "checkpoint %d %s".formatted(checkpoint.number(), how));
    }
}
