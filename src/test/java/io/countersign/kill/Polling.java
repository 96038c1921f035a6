package io.countersign.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition on another process. */
final class Polling {

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** The pause in units of the last check, so that checks leave most of the processor to the other process. */
    private static final int SHARE = 4;

    private Polling() {}

    /** @throws AssertionError if the condition does not hold within the limit */
    static void until(String what, Duration limit, BooleanSupplier isSo) {
        until(what, limit, PAUSE, isSo);
    }

    /** @param pause the shortest pause between two checks */
    static void until(String what, Duration limit, Duration pause, BooleanSupplier isSo) {
        Instant end = Instant.now().plus(limit);
        Instant began = Instant.now();
        while (!isSo.getAsBoolean()) {
            Instant checked = Instant.now();
            if (checked.isAfter(end)) {
                throw new AssertionError("not true within " + limit.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(Math.max(
                    pause.toNanos(), SHARE * Duration.between(began, checked).toNanos()));
            began = Instant.now();
        }
    }
}
