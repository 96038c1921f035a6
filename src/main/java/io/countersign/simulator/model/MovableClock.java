package io.countersign.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Another clock, normally the real time, plus an offset, so that a test can advance it by days. */
public final class MovableClock implements InstantSource {

    private final InstantSource base;
    private volatile Duration offset = Duration.ZERO;

    public MovableClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    public synchronized void forward(Duration step) {
        offset = offset.plus(step);
    }

    public void moveTo(Instant now) {
        offset = Duration.between(base.instant(), now);
    }

    public Duration offset() {
        return offset;
    }

    public void shiftBy(Duration newOffset) {
        offset = newOffset;
    }
}
