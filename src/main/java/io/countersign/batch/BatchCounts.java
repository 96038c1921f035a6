package io.countersign.batch;

import java.util.Map;
import java.util.Set;

/**
 * How many of a batch came out how.
 *
 * @param total how many were chosen
 * @param confirmed AWS confirmed them
 * @param underWay they wait, are held or on their way
 * @param unclear they were sent, and nobody knows yet whether they had an effect
 * @param notDone nothing came of them
 */
public record BatchCounts(int total, int confirmed, int underWay, int unclear, int notDone) {

    /** What may be decided anew. */
    public static final Set<String> NOT_DONE = Set.of("REFUSED", "STOPPED", "FAILED", "WITHDRAWN");

    public static BatchCounts of(Map<String, Integer> outcomes) {
        int total = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        int notDone = NOT_DONE.stream()
                .mapToInt(outcome -> outcomes.getOrDefault(outcome, 0))
                .sum();
        int confirmed = outcomes.getOrDefault("CONFIRMED", 0);
        int unclear = outcomes.getOrDefault("UNKNOWN", 0);
        return new BatchCounts(total, confirmed, total - confirmed - unclear - notDone, unclear, notDone);
    }

    public int done() {
        return total - underWay;
    }

    public String version() {
        return confirmed + "-" + underWay + "-" + unclear + "-" + notDone;
    }
}
