package io.countersign.audit.verification;

import io.countersign.audit.chain.Finding;
import io.countersign.audit.checkpoint.CheckpointWitness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises the alarm between two verifications: at startup and every half minute. */
@Component
public class CheckpointWatch {

    private static final Logger log = LoggerFactory.getLogger(CheckpointWatch.class);

    private final CheckpointWitness witness;
    private final VerificationRepository rows;

    public CheckpointWatch(CheckpointWitness witness, VerificationRepository rows) {
        this.witness = witness;
        this.rows = rows;
    }

    /** Each replica compares its own memory when it starts. */
    @EventListener(ApplicationReadyEvent.class)
    public void compare() {
        Finding missing = witness.missing();
        if (missing != null) {
            log.error("A CHECKPOINT OF THE AUDIT LOG IS LOST: {}", missing.text());
            rows.alarmed(missing);
        }
    }
}
