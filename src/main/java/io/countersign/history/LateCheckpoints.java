package io.countersign.history;

import io.countersign.audit.checkpoint.CheckpointPublicationRepository;
import io.countersign.audit.checkpoint.CheckpointPublicationRepository.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Finds checkpoints that should have reached the checkpoint store. */
@Component
class LateCheckpoints {

    private static final Duration PUBLISH_TIME = Duration.ofMinutes(1);

    private final CheckpointPublicationRepository publications;
    private final InstantSource clock;

    LateCheckpoints(CheckpointPublicationRepository publications, InstantSource clock) {
        this.publications = publications;
        this.clock = clock;
    }

    Waiting now() {
        return publications.waitingSince(clock.instant().minus(PUBLISH_TIME));
    }
}
