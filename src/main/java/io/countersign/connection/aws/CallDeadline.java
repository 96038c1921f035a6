package io.countersign.connection.aws;

import java.time.Duration;

/** A deadline on the monotonic clock, which clock changes do not affect. */
public record CallDeadline(long nanos) {

    public static CallDeadline in(Duration time) {
        return new CallDeadline(System.nanoTime() + time.toNanos());
    }

    public boolean isExpired() {
        return nanos - System.nanoTime() <= 0;
    }

    /** Returns the remaining time, at least one millisecond, the minimum timeout of a call. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(nanos - System.nanoTime(), 1_000_000));
    }
}
