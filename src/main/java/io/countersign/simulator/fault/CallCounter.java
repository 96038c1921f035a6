package io.countersign.simulator.fault;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls by operation, account, Region and response status. */
public final class CallCounter {

    /** The status of a call whose connection was closed without a response. */
    public static final int NO_ANSWER = 0;

    /** The number of calls with the same operation, account, Region and status. */
    public record Calls(String operation, String account, String region, int status, long count) {}

    private record Key(String operation, String account, String region, int status) {}

    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

    public void add(String operation, String account, String region, int status) {
        counts.computeIfAbsent(new Key(operation, account, region, status), key -> new LongAdder())
                .increment();
    }

    public List<Calls> all() {
        return counts.entrySet().stream()
                .map(e -> calls(e.getKey(), e.getValue().sum()))
                .sorted(Comparator.comparing(Calls::operation)
                        .thenComparing(Calls::account)
                        .thenComparing(Calls::region)
                        .thenComparing(Calls::status))
                .toList();
    }

    public void reset() {
        counts.clear();
    }

    private static Calls calls(Key key, long count) {
        return new Calls(key.operation(), key.account(), key.region(), key.status(), count);
    }
}
