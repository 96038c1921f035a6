package io.countersign.decision.activity;

import java.util.List;

/**
 * What happened to an invitation, with a sentence for every audit entry.
 *
 * @param sentences in the order of the entries
 * @param phases oldest first; empty if the arrival is not among the entries
 */
public record FullActivity(List<ActivityEntry> sentences, List<Phase> phases) {

    public FullActivity {
        sentences = List.copyOf(sentences);
        phases = List.copyOf(phases);
    }
}
