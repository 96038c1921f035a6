package io.countersign.invitation.queue;

import io.countersign.invitation.VisibilityCondition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tabs of the queue. Each invitation is in one of them, and in OPEN if AWS lists it. */
public enum QueueState {
    /** Only shown if a link leads to it. */
    OPEN(VisibilityCondition.OPEN, QueueSort.PRIORITY.parameter()),
    PENDING(VisibilityCondition.PENDING, QueueSort.PRIORITY.parameter()),
    HELD("held", QueueSort.PRIORITY.parameter()),
    WAITING(VisibilityCondition.OPEN + " and not held and proposed_by is not null", QueueSort.PRIORITY.parameter()),
    DECIDED("state in ('ACCEPTED', 'REJECTED')", "-" + QueueSort.DECIDED.parameter()),
    GONE("state = 'GONE' and not held", "-" + QueueSort.LAST_SEEN.parameter());

    private final String condition;
    private final String defaultSort;

    QueueState(String condition, String defaultSort) {
        this.condition = condition;
        this.defaultSort = defaultSort;
    }

    /** Returns the tabs beside the current one, and itself. */
    static List<QueueState> tabs(QueueState current) {
        return Arrays.stream(values())
                .filter(state -> state != OPEN || current == OPEN)
                .toList();
    }

    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a constant, never user input, so that it is safe inside SQL. */
    String condition() {
        return condition;
    }

    String defaultSort() {
        return defaultSort;
    }

    /** Returns whether the invitations wait for something, so that they have an expiry and can have an assignee. */
    public boolean open() {
        return this != DECIDED && this != GONE;
    }

    /** Returns the columns of the list; those that sort it have the parameters of their orders. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("name", "owner", "recipient", "permission", "firstSeen"));
        columns.addAll(
                switch (this) {
                    case OPEN, PENDING, HELD, WAITING -> List.of("expiresBy", "assignee");
                    case DECIDED -> List.of("result", "decided");
                    case GONE -> List.of("cause", "lastSeen");
                });
        return columns;
    }

    static QueueState parse(String parameter) {
        return Arrays.stream(values())
                .filter(state -> state.parameter().equals(parameter))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("must be open, pending, held, waiting, decided or gone"));
    }
}
