package io.countersign.history;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry on the timeline of a decision, flat, as the template reads it.
 *
 * @param other the decision that it is about, if that is another one
 * @param permission as it stood then
 */
record TimelineStep(
        EntryRow row, @Nullable Long other, @Nullable String permission) {

    static TimelineStep of(Entry entry, long decision) {
        Long about = entry.subject().decisionId();
        return new TimelineStep(
                EntryRow.of(entry),
                Objects.equals(about, decision) ? null : about,
                entry.subject().permission());
    }
}
