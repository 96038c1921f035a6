package io.countersign.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition on another process. */
final class Polling {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Polling() {}

    /** @throws AssertionError if the condition does not hold within the limit */
    static void until(String what, Duration limit, BooleanSupplier isSo) {
        Instant end = Instant.now().plus(limit);
        while (!isSo.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("within " + limit.toSeconds() + " s it was not so: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
