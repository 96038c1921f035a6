package io.countersign.invitation.queue;

import java.util.Arrays;
import java.util.Optional;

/** What the queue can be sorted by; a leading minus in the parameter turns the order round. */
public enum QueueSort {
    PRIORITY("priority", "priority"),
    EXPIRES("expiresBy", "first_seen_at"),
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

    /** A constant of ours, never what somebody typed: safe inside SQL. */
    String expression() {
        return expression;
    }

    static Optional<QueueSort> of(String parameter) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst();
    }
}
