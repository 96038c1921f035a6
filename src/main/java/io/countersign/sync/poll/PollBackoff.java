package io.countersign.sync.poll;

import io.countersign.sync.SyncProperties;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Computes the pause before the next poll of a source. */
final class PollBackoff {

    /** Varies each pause by up to a tenth, so that sources which started together spread out. */
    private static final double JITTER = 0.1;

    private final SyncProperties properties;
    private final DoubleSupplier random;

    /** @param random a source of random numbers from 0 to 1 */
    PollBackoff(SyncProperties properties, DoubleSupplier random) {
        this.properties = properties;
        this.random = random;
    }

    Duration afterSuccess(boolean changesFound) {
        return jittered(changesFound ? soon() : properties.every());
    }

    /**
     * Starts as soon as after a change, because most first failures are short.
     *
     * @param failures the number of consecutive failures, at least 1
     */
    Duration afterFailure(int failures) {
        Duration pause = soon();
        for (int i = 1; i < failures && pause.compareTo(properties.slowest()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return jittered(shorter(pause, properties.slowest()));
    }

    /** The pause for a source that was never read: less than half a second. */
    Duration beforeFirstPoll() {
        return Duration.ofMillis((long) (random.getAsDouble() * 500));
    }

    private Duration soon() {
        return shorter(properties.soon(), properties.every());
    }

    private Duration jittered(Duration pause) {
        double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        return Duration.ofMillis((long) (pause.toMillis() * factor));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
