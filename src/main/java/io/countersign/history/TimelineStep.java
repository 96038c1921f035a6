package io.countersign.history;

import io.countersign.audit.StoredAuditEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry on the timeline of a decision.
 *
 * @param other the decision of the entry, if it is a different one
 */
record TimelineStep(EntryRow row, @Nullable Long other) {

    static TimelineStep of(StoredAuditEntry entry, long decision) {
        Long about = entry.subject().decisionId();
        return new TimelineStep(EntryRow.of(entry), Objects.equals(about, decision) ? null : about);
    }
}
