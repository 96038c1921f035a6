package io.countersign.team;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One person stands in for another for some days.
 *
 * @param person whose place it is
 * @param from the first day, of UTC
 * @param until the last day
 * @param endedAt when it was ended before that; null where it was not
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

    /** How it stands on a day. */
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
