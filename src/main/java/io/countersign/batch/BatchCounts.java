package io.countersign.batch;

import java.util.Map;
import java.util.Set;

/**
 * The number of items of a bulk decision by result.
 *
 * @param total the selected items
 * @param confirmed items that AWS confirmed
 * @param held items whose decisions are on hold and can still be withdrawn
 * @param underWay items that wait or are being sent
 * @param unclear items that were sent without a clear answer
 * @param notDone items that had no effect
 * @param overtaken items that another decision on the same invitation prevented
 */
public record BatchCounts(int total, int confirmed, int held, int underWay, int unclear, int notDone, int overtaken) {

    /** Outcomes after which an item can be decided again. */
    public static final Set<String> NOT_DONE = Set.of("REFUSED", "STOPPED", "FAILED", "WITHDRAWN");

    /** The outcome of an item without effect whose invitation has a later decision. */
    public static final String OVERTAKEN = "OVERTAKEN";

    public static BatchCounts of(Map<String, Integer> outcomes) {
        int total = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        int notDone = NOT_DONE.stream()
                .mapToInt(outcome -> outcomes.getOrDefault(outcome, 0))
                .sum();
        int confirmed = outcomes.getOrDefault("CONFIRMED", 0);
        int unclear = outcomes.getOrDefault("UNKNOWN", 0);
        int held = outcomes.getOrDefault("HELD", 0);
        int overtaken = outcomes.getOrDefault(OVERTAKEN, 0);
        int underWay = total - confirmed - held - unclear - notDone - overtaken;
        return new BatchCounts(total, confirmed, held, underWay, unclear, notDone, overtaken);
    }

    public int done() {
        return total - held - underWay;
    }

    /** Returns whether each item has a result. An unclear item was sent, and only a read of AWS settles it. */
    public boolean ended() {
        return done() == total;
    }

    public String version() {
        return confirmed + "-" + held + "-" + underWay + "-" + unclear + "-" + notDone + "-" + overtaken;
    }
}
