package io.countersign.team;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A dated permission to act in the place of another user. It has no effect before the delegate accepts it.
 *
 * @param person the user who is represented
 * @param from the first day, in UTC
 * @param until the last day
 * @param acceptedAt the time when the delegate accepted it; null before
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
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** Returns the state on a day. */
    public enum State {
        /** The delegate has not accepted it. */
        PENDING,
        COMING,
        RUNNING,
        OVER,
        /** Its days are over, and the delegate never accepted it. */
        EXPIRED,
        ENDED,
        /** It ended before it had an effect. */
        CANCELED,
        /** The delegate ended it instead of accepting it. */
        DECLINED
    }

    public State on(LocalDate day) {
        if (endedAt != null) {
            return declined() ? State.DECLINED : hadEffect(endedAt) ? State.ENDED : State.CANCELED;
        }
        if (day.isAfter(until)) {
            return acceptedAt == null ? State.EXPIRED : State.OVER;
        }
        if (acceptedAt == null) {
            return State.PENDING;
        }
        return day.isBefore(from) ? State.COMING : State.RUNNING;
    }

    /** Returns whether the delegate ended it instead of accepting it. */
    public boolean declined() {
        return endedAt != null && acceptedAt == null && delegate.equals(endedBy);
    }

    private boolean hadEffect(Instant end) {
        return acceptedAt != null && !LocalDate.ofInstant(end, ZoneOffset.UTC).isBefore(from);
    }

    public boolean concerns(String name) {
        return person.equals(name) || delegate.equals(name);
    }
}
