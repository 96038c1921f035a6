package io.countersign.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until a condition holds, with a time limit. */
public final class Await {

    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Await() {}

    /** @param what completes the message "waited too long until ..." */
    public static void until(String what, Duration atMost, BooleanSupplier holds) {
        until(() -> what, atMost, holds);
    }

    /** @param what completes the message, and is called when the time is over */
    public static void until(Supplier<String> what, Duration atMost, BooleanSupplier holds) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> "waited too long until " + what.get())
                    .isLessThan(end);
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }
}
