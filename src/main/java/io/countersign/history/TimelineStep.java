package io.countersign.history;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.decision.activity.ActivityEntry;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An entry on the timeline of a decision.
 *
 * @param sentence the entry as a sentence; its key may have no message
 * @param other the decision of the entry, if it is a different one
 */
record TimelineStep(
        EntryRow row, ActivityEntry sentence, @Nullable Long other) {

    /** @param sentences one for each entry, in the same order */
    static List<TimelineStep> of(List<StoredAuditEntry> entries, List<ActivityEntry> sentences, long decision) {
        return IntStream.range(0, entries.size())
                .mapToObj(at -> of(entries.get(at), sentences.get(at), decision))
                .toList();
    }

    private static TimelineStep of(StoredAuditEntry entry, ActivityEntry sentence, long decision) {
        Long about = entry.subject().decisionId();
        return new TimelineStep(EntryRow.of(entry, null), sentence, Objects.equals(about, decision) ? null : about);
    }
}
