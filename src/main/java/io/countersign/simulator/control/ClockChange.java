package io.countersign.simulator.control;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A new time or a step, exactly one of the two. The limit is ten years in either direction. */
record ClockChange(@Nullable Instant now, @Nullable Duration forward) {

    private static final Duration FARTHEST = Duration.ofDays(3650);

    ClockChange {
        if ((now == null) == (forward == null)) {
            throw new IllegalArgumentException("give either now or forward");
        }
        var step = forward == null ? Duration.between(Instant.now(), now) : forward;
        if (step.compareTo(FARTHEST) > 0 || step.compareTo(FARTHEST.negated()) < 0) {
            throw new IllegalArgumentException((forward == null ? "now" : "forward") + " must be within ten years");
        }
    }
}
