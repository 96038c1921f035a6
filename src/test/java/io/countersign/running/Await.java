package io.countersign.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a condition holds, with a time limit. */
public final class Await {

    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Await() {}

    /** @param what completes the message "waited too long until ..." */
    public static void until(String what, Duration atMost, BooleanSupplier holds) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long until %s", what).isLessThan(end);
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }
}
