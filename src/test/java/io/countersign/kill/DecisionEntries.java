package io.countersign.kill;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The history entries of one decision, from the oldest to the newest. */
record DecisionEntries(List<HistoryEntry> list) {

    private static final Set<String> STATES = Set.of("HELD", "SENDING", "CONFIRMED", "FAILED", "UNKNOWN", "WITHDRAWN");
    private static final Set<String> ENDS = Set.of("CONFIRMED", "FAILED", "WITHDRAWN");

    static Map<String, DecisionEntries> byInvitation(List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> entry.invitation() != null && entry.decision() != null)
                .collect(groupingBy(
                        entry -> Objects.requireNonNull(entry.invitation()),
                        collectingAndThen(toList(), DecisionEntries::new)));
    }

    List<Long> decisions() {
        return list.stream().map(HistoryEntry::decision).distinct().toList();
    }

    Stream<String> outcomes() {
        return list.stream().map(HistoryEntry::outcome);
    }

    /** Returns null if there is no entry. */
    @Nullable
    String state() {
        String state = null;
        for (HistoryEntry entry : list) {
            // A confirmed decision stays confirmed if a read-back finds nothing.
            boolean looked =
                    entry.action().equals("EFFECT_CHECK") && entry.outcome().equals("UNKNOWN");
            if (STATES.contains(entry.outcome()) && !looked) {
                state = entry.outcome();
            }
        }
        return state;
    }

    boolean ended() {
        String state = state();
        return state == null || ENDS.contains(state);
    }
}
