package io.countersign.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts events of this replica, and starts again an hour after the first one. */
class HourlyCount {

    private static final Duration LENGTH = Duration.ofHours(1);

    private final InstantSource clock;
    private Instant end = Instant.MIN;
    private int count;

    HourlyCount(InstantSource clock) {
        this.clock = clock;
    }

    synchronized int next() {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            end = now.plus(LENGTH);
            count = 0;
        }
        return ++count;
    }
}
