package io.countersign.connection;

import java.time.Duration;

/** When something must be over, by a clock that nobody sets. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean over() {
        return nanos - System.nanoTime() <= 0;
    }

    /** At least a millisecond, which is the least that a call can be given. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(nanos - System.nanoTime(), 1_000_000));
    }
}
