package io.countersign.simulator.fault;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who did what, as CloudTrail would tell: the last thousand calls of each operation, so that lists do not bury decisions. */
public final class Trail {

    private static final int KEPT = 1000;

    /**
     * A call that came as far as the service.
     *
     * @param error the code it was refused with; null if it was done
     */
    public record Entry(
            Instant time,
            String operation,
            String account,
            String region,
            String caller,
            @Nullable String sourceIdentity,
            String requestId,
            @Nullable String error) {}

    private final Map<String, Deque<Entry>> byOperation = new TreeMap<>();

    public synchronized void add(Entry entry) {
        var entries = byOperation.computeIfAbsent(entry.operation(), operation -> new ArrayDeque<>());
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /** Oldest first. */
    public synchronized List<Entry> all() {
        return byOperation.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparing(Entry::time))
                .toList();
    }

    public synchronized void reset() {
        byOperation.clear();
    }
}
