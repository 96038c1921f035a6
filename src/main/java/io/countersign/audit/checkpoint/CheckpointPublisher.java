package io.countersign.audit.checkpoint;

import io.countersign.audit.chain.Checkpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Copies checkpoints to the store, in order, and retries until it succeeds. No request waits for it. */
@Component
public class CheckpointPublisher {

    private static final Logger log = LoggerFactory.getLogger(CheckpointPublisher.class);

    private final CheckpointRepository checkpoints;
    private final CheckpointPublicationRepository publications;
    private final CheckpointStore store;
    private final Counter failures;
    private final InstantSource clock;

    public CheckpointPublisher(
            CheckpointRepository checkpoints,
            CheckpointPublicationRepository publications,
            CheckpointStore store,
            MeterRegistry metrics,
            InstantSource clock) {
        this.checkpoints = checkpoints;
        this.publications = publications;
        this.store = store;
        this.failures = metrics.counter("countersign.checkpoints.failures");
        this.clock = clock;
        Gauge.builder(
                        "countersign.checkpoints.waiting",
                        () -> publications.waitingNow().count())
                .register(metrics);
    }

    /** At startup, the configured store may have changed. */
    public void start() {
        int elsewhere = publications.useStore(store.name());
        if (elsewhere > 0) {
            log.warn(
                    "{} checkpoints were stored elsewhere and are stored in {} again. All replicas need the same location",
                    elsewhere,
                    store.name());
        }
    }

    public void publishWaiting() {
        for (Checkpoint checkpoint : checkpoints.waiting()) {
            if (!publish(checkpoint)) {
                return;
            }
        }
    }

    private boolean publish(Checkpoint checkpoint) {
        if (!checkpoint.isSigned()) {
            log.error("checkpoint {} does not match its signature and is not published", checkpoint.number());
            failures.increment();
            publications.markFailed(checkpoint.number(), clock.instant(), "it does not match its signature");
            return true;
        }
        try {
            store.put(checkpoint);
            publications.markStored(checkpoint.number(), store.name(), clock.instant());
            return true;
        } catch (IOException | RuntimeException e) {
            log.error("checkpoint {} was not published to {}; retrying", checkpoint.number(), store.name(), e);
            failures.increment();
            publications.markFailed(checkpoint.number(), clock.instant(), e.toString());
            return false;
        }
    }
}
