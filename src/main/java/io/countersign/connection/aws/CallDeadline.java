package io.countersign.connection.aws;

import java.time.Duration;

/** When something must be over, by a clock that nobody sets. */
public record CallDeadline(long nanos) {

    public static CallDeadline in(Duration time) {
        return new CallDeadline(System.nanoTime() + time.toNanos());
    }

    public boolean over() {
        return nanos - System.nanoTime() <= 0;
    }

    /** At least a millisecond, which is the least that a call can be given. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(nanos - System.nanoTime(), 1_000_000));
    }
}
