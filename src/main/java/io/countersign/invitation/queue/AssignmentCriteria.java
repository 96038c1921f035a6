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
        @Nullable AssignmentFilter filter,
        @Nullable String holder,
        @Nullable String team) {

    static final AssignmentCriteria ALL = new AssignmentCriteria(null, null, null);

    private static final String EVERY_ASSIGNMENT = "all";

    static AssignmentCriteria of(QueueParameters parameters) {
        String assignee = parameters.value("assignee", AssignmentCriteria::known);
        return new AssignmentCriteria(
                assignee == null ? null : AssignmentFilter.of(assignee).orElse(null),
                parameters.text("holder"),
                parameters.text("team"));
    }

    private static String known(String assignee) {
        if (!assignee.equals(EVERY_ASSIGNMENT) && AssignmentFilter.of(assignee).isEmpty()) {
            throw new IllegalArgumentException("must be mine, mentioned, approve, unassigned, team or all");
        }
        return assignee;
    }
}
