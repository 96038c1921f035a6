package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings checkpoints to their place, in order, again and again until they are there. Nobody waits for it. */
@Component
class Placing {

    private static final Logger log = LoggerFactory.getLogger(Placing.class);

    private final CheckpointRows checkpoints;
    private final CheckpointPlace place;
    private final Counter failures;
    private final InstantSource clock;

    Placing(CheckpointRows checkpoints, CheckpointPlace place, MeterRegistry metrics, InstantSource clock) {
        this.checkpoints = checkpoints;
        this.place = place;
        this.failures = metrics.counter("countersign.checkpoints.failures");
        this.clock = clock;
        Gauge.builder(
                        "countersign.checkpoints.waiting",
                        () -> checkpoints.waitingNow().count())
                .register(metrics);
    }

    /** At the start, where the place may be another than before. */
    void start() {
        checkpoints.placeIs(place.name());
    }

    void placeWaiting() {
        for (Checkpoint checkpoint : checkpoints.waiting()) {
            if (!place(checkpoint)) {
                return;
            }
        }
    }

    private boolean place(Checkpoint checkpoint) {
        if (!checkpoint.isSigned()) {
            log.error("checkpoint {} does not match its signature and is not published", checkpoint.number());
            failures.increment();
            checkpoints.notPlaced(checkpoint.number(), clock.instant(), "it does not match its signature");
            return true;
        }
        try {
            place.put(checkpoint);
            checkpoints.placed(checkpoint.number(), place.name(), clock.instant());
            return true;
        } catch (IOException | RuntimeException e) {
            log.error("checkpoint {} was not published to {}; retrying", checkpoint.number(), place.name(), e);
            failures.increment();
            checkpoints.notPlaced(checkpoint.number(), clock.instant(), e.toString());
            return false;
        }
    }
}
