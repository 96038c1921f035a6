package io.countersign.decision.web.approval;

import io.countersign.authority.ValueChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of who may decide, as the rules page shows it.
 *
 * @param before null for none
 * @param after null for none
 * @param by the user who made it; null if a start found it
 * @param endorsedBy the first of two users who confirm it; null for none
 * @param confirmedBy the user who confirmed it; null for none
 * @param waiting whether decisions still use the stricter value before it
 * @param confirmHref null if the reader cannot confirm it
 */
record ChangeView(
        String kind,
        String subject,
        @Nullable String before,
        @Nullable String after,
        Instant at,
        @Nullable String by,
        @Nullable String endorsedBy,
        @Nullable String confirmedBy,
        boolean waiting,
        @Nullable String confirmHref) {

    static ChangeView of(ValueChange change, boolean waiting, boolean confirmable) {
        return new ChangeView(
                change.kind().name(),
                change.subject(),
                change.before(),
                change.after(),
                change.at(),
                change.by(),
                change.endorsedBy(),
                change.confirmedBy(),
                waiting,
                confirmable ? "/rules/changes/" + change.id() + "/confirmation" : null);
    }
}
