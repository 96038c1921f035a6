package io.countersign.team;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import org.jspecify.annotations.Nullable;

/**
 * An invitation became or ceased to be somebody's turn, or somebody said something about it.
 *
 * @param words what changed, old and new
 * @param said the person's own words; null where there are none
 */
public record TurnMoved(
        Source source,
        ListedInvitation invitation,
        String person,
        Move move,
        @Nullable String words,
        @Nullable String said) {

    /** What was done. */
    public enum Move {
        CLAIM,
        RELEASE,
        HANDOVER,
        ASSIGN,
        COMMENT
    }
}
