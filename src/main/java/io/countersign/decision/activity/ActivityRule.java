package io.countersign.decision.activity;

import io.countersign.audit.StoredAuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns the audit entries of an invitation into its activity. */
final class ActivityRule {

    /** The most entries of a page. */
    static final int SHOWN = 40;

    /** The most phases of a page; the last ones are shown. */
    static final int PHASES = 8;

    /** Shorter phases say nothing about who waited, except the current one. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private ActivityRule() {}

    /**
     * @param entries oldest first
     * @param complete whether these are all entries of the invitation
     */
    static Activity activity(List<StoredAuditEntry> entries, boolean complete, Instant now) {
        List<ActivityEntry> newest = new ArrayList<>(SentenceRule.sentences(entries));
        Collections.reverse(newest);
        boolean all = complete && newest.size() <= SHOWN;
        List<Phase> phases = complete ? longEnough(PhaseRule.phases(entries, now)) : List.of();
        List<StoredAuditEntry> read = new ArrayList<>(entries);
        Collections.reverse(read);
        return new Activity(
                newest.subList(0, Math.min(SHOWN, newest.size())),
                phases.subList(Math.max(0, phases.size() - PHASES), phases.size()),
                read,
                !all);
    }

    /** @param entries all entries of the invitation, oldest first */
    static FullActivity full(List<StoredAuditEntry> entries, Instant now) {
        return new FullActivity(SentenceRule.ofEach(entries), longEnough(PhaseRule.phases(entries, now)));
    }

    private static List<Phase> longEnough(List<Phase> phases) {
        return phases.stream()
                .filter(phase -> phase.open() || phase.length().compareTo(SHORTEST) >= 0)
                .toList();
    }
}
