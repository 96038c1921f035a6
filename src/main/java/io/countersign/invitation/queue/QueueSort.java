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
    PERMISSION("permission", "coalesce(permission, '')");

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
    String expression() {
        return expression;
    }

    static Optional<QueueSort> of(String parameter) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst();
    }
}
