package io.countersign.sync.poll;

import io.countersign.sync.SyncProperties;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long a source waits for its next read. */
final class PollBackoff {

    /** Spread over a tenth to either side, so that sources which began together do not stay together. */
    private static final double JITTER = 0.1;

    private final SyncProperties properties;
    private final DoubleSupplier random;

    /** @param random numbers from 0 to 1 */
    PollBackoff(SyncProperties properties, DoubleSupplier random) {
        this.properties = properties;
        this.random = random;
    }

    Duration afterSuccess(boolean somethingNew) {
        return jittered(somethingNew ? shorter(properties.soon(), properties.every()) : properties.every());
    }

    /** @param failures how many reads failed one after the other, at least 1 */
    Duration afterFailure(int failures) {
        Duration pause = properties.every();
        for (int i = 1; i < failures && pause.compareTo(properties.slowest()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return jittered(shorter(pause, properties.slowest()));
    }

    /** For a source that was never read: somewhere within the first seconds. */
    Duration atFirst() {
        return Duration.ofMillis((long) (random.getAsDouble() * 500));
    }

    private Duration jittered(Duration pause) {
        double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        return Duration.ofMillis((long) (pause.toMillis() * factor));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
