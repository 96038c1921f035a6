package io.countersign.team;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated permission to act in the place of another user.
 *
 * @param person the user who is represented
 * @param from the first day, in UTC
 * @param until the last day
 * @param endedAt the time of an early end; null if there was none
 */
public record Delegation(
        long id,
        String person,
        String delegate,
        LocalDate from,
        LocalDate until,
        String reason,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** Returns the state on a day. */
    public enum State {
        COMING,
        RUNNING,
        OVER,
        ENDED
    }

    public State on(LocalDate day) {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (day.isBefore(from)) {
            return State.COMING;
        }
        return day.isAfter(until) ? State.OVER : State.RUNNING;
    }

    public boolean concerns(String name) {
        return person.equals(name) || delegate.equals(name);
    }
}
