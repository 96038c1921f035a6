package io.countersign.batch;

import java.util.Map;
import java.util.Set;

/**
 * The number of items of a bulk decision by result.
 *
 * @param total the selected items
 * @param confirmed items that AWS confirmed
 * @param underWay items that wait, are held or are being sent
 * @param unclear items that were sent without a clear answer
 * @param notDone items that had no effect
 */
public record BatchCounts(int total, int confirmed, int underWay, int unclear, int notDone) {

    /** Outcomes after which an item can be decided again. */
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
