package io.countersign.decision.web.approval;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of who may decide, as the rules page shows it.
 *
 * @param subject null for a rule, whose values say it all
 * @param added whether there was no value before
 * @param removed whether there is no value after
 * @param by the user who made it; null if a start found it
 * @param endorsedBy the first of two users who confirm it; null for none
 * @param confirmedBy the user who confirmed it; null for none
 * @param until when it applies without a confirmation; until then, decisions still use the stricter value; null if it applies
 * @param confirmHref null if the reader cannot confirm it
 */
record ChangeView(
        long id,
        String kind,
        @Nullable String subject,
        boolean added,
        boolean removed,
        String before,
        String after,
        Instant at,
        @Nullable String by,
        @Nullable String endorsedBy,
        @Nullable String confirmedBy,
        @Nullable Instant until,
        @Nullable String confirmHref) {

    static ChangeView of(ValueChange change, ChangeMessages messages, @Nullable Instant until, boolean confirmable) {
        return new ChangeView(
                change.id(),
                change.kind().name(),
                change.kind() == ValueKind.RULE ? null : messages.subject(change.kind(), change.subject()),
                change.before() == null,
                change.after() == null,
                messages.value(change.kind(), change.before()),
                messages.value(change.kind(), change.after()),
                change.at(),
                change.by(),
                change.endorsedBy(),
                change.confirmedBy(),
                until,
                confirmable ? "/rules/changes/" + change.id() + "/confirmation" : null);
    }

    /** Returns whether it changes a password, whose values say nothing. */
    public boolean password() {
        return kind.equals(ValueKind.PASSWORD.name()) || kind.equals(ValueKind.USER_PASSWORD.name());
    }

    /** The user who cannot confirm it, because they already stand behind it; null for none. */
    public @Nullable String responsible() {
        return by == null ? endorsedBy : by;
    }

    /** What the button to confirm it names: the subject, or the text of the rule. */
    public String named() {
        if (subject != null) {
            return subject;
        }
        return added ? after : before;
    }
}
