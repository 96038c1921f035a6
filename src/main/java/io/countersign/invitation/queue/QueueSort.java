package io.countersign.invitation.queue;

import java.util.Arrays;
import java.util.Optional;

/** The columns that sort the queue; a leading minus in the parameter reverses the order. */
public enum QueueSort {
    PRIORITY("priority", "priority"),
    EXPIRES("expiresBy", "first_seen_at"),
    FIRST_SEEN("firstSeen", "first_seen_at"),
    NAME("name", "lower(coalesce(resource_name, ''))"),
    OWNER("owner", "coalesce(shared_by, '')"),
    RECIPIENT("recipient", "account_id || region"),
    PERMISSION("permission", "coalesce(permission, '')"),
    ASSIGNEE(
            "assignee",
            "coalesce((select jsonb_object(cast(:claimed as text array), cast(:assignees as text array)))"
                    + " ->> invitation_id, '')"),
    DECIDED("decided", "state_at"),
    LAST_SEEN("lastSeen", "last_seen_at");

    private final String parameter;
    private final String expression;

    QueueSort(String parameter, String expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    public String parameter() {
        return parameter;
    }

    /** Returns a constant, never user input, so that it is safe inside SQL. */
    String expression(QueueState state) {
        // the index of gone invitations
        return this == LAST_SEEN && state == QueueState.GONE ? "gone_seen_at" : expression;
    }

    /** Returns whether the invitations of a tab have this property. */
    public boolean in(QueueState state) {
        return switch (this) {
            case EXPIRES, ASSIGNEE -> state.open();
            case DECIDED -> state == QueueState.DECIDED;
            case LAST_SEEN -> state == QueueState.GONE;
            default -> true;
        };
    }

    static Optional<QueueSort> of(String parameter) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst();
    }
}
