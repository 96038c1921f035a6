package io.countersign.simulator.fault;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records calls as CloudTrail does. It keeps the last thousand of each operation, so that lists do not displace decisions. */
public final class CallTrail {

    private static final int KEPT = 1000;

    /**
     * A call that reached the service.
     *
     * @param error the error code; null if the call succeeded
     */
    public record Entry(
            Instant time,
            String operation,
            String account,
            String region,
            String caller,
            String accessKeyId,
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
