package io.countersign.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The clock of the demo. It starts in the past while the history is created, and shows the real time afterwards. */
@Component
@Profile("demo")
class DemoClock implements InstantSource {

    private volatile Duration behind = Duration.ZERO;

    @Override
    public Instant instant() {
        return real().minus(behind).truncatedTo(ChronoUnit.MILLIS);
    }

    Instant real() {
        return InstantSource.system().instant();
    }

    void startAt(Instant past) {
        behind = Duration.between(past, real());
    }

    /** Never moves backwards, because the times of audit entries increase, and never beyond the real time. */
    void advanceTo(Instant time) {
        Duration ahead = Duration.between(instant(), time);
        if (!ahead.isNegative()) {
            behind = behind.compareTo(ahead) > 0 ? behind.minus(ahead) : Duration.ZERO;
        }
    }

    void showRealTime() {
        behind = Duration.ZERO;
    }
}
