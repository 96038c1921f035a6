package io.countersign.invitation.queue;

import io.countersign.invitation.AssignmentFilter;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of the queue about assignees and teams. Null restricts nothing.
 *
 * @param holder the name of the assignee
 * @param team the name of a responsible team
 */
public record AssignmentCriteria(
        @Nullable AssignmentFilter turn,
        @Nullable String holder,
        @Nullable String team) {

    static final AssignmentCriteria ALL = new AssignmentCriteria(null, null, null);

    private static final String EVERY_ASSIGNMENT = "all";

    static AssignmentCriteria of(QueueParameters parameters) {
        String turn = parameters.value("turn", AssignmentCriteria::known);
        return new AssignmentCriteria(
                turn == null ? null : AssignmentFilter.of(turn).orElse(null),
                parameters.text("holder"),
                parameters.text("team"));
    }

    private static String known(String turn) {
        if (!turn.equals(EVERY_ASSIGNMENT) && AssignmentFilter.of(turn).isEmpty()) {
            throw new IllegalArgumentException("must be mine, free, team or all");
        }
        return turn;
    }
}
