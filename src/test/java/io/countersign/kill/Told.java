package io.countersign.kill;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the history tells of one decision, oldest first. */
record Told(List<HistoryEntry> entries) {

    private static final Set<String> STATES = Set.of("HELD", "SENDING", "CONFIRMED", "FAILED", "UNKNOWN", "WITHDRAWN");
    private static final Set<String> ENDS = Set.of("CONFIRMED", "FAILED", "WITHDRAWN");

    static Told about(String invitation, List<HistoryEntry> history) {
        return new Told(history.stream()
                .filter(entry -> invitation.equals(entry.invitation()) && entry.decision() != null)
                .toList());
    }

    List<Long> decisions() {
        return entries.stream().map(HistoryEntry::decision).distinct().toList();
    }

    Stream<String> outcomes() {
        return entries.stream().map(HistoryEntry::outcome);
    }

    /** Null where nothing is told. */
    @Nullable
    String state() {
        String state = null;
        for (HistoryEntry entry : entries) {
            // a confirmed decision stays one, if a look at its effect tells nothing
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
