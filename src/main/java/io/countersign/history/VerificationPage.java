package io.countersign.history;

import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.checkpoint.CheckpointPublicationRepository;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.checkpoint.CheckpointStore;
import io.countersign.audit.checkpoint.CheckpointWitness;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.audit.verification.VerificationState;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Assembles the verification page. */
@Component
class VerificationPage {

    /** A checkpoint may take this long to reach the store before the page reports it. */
    private static final Duration PUBLISH_TIME = Duration.ofMinutes(1);

    private final VerificationRepository verification;
    private final IntegrityBadges badges;
    private final CheckpointRepository checkpoints;
    private final CheckpointPublicationRepository publications;
    private final CheckpointStore store;
    private final SigningKey key;
    private final CheckpointWitness witness;
    private final InstantSource clock;

    VerificationPage(
            VerificationRepository verification,
            IntegrityBadges badges,
            CheckpointRepository checkpoints,
            CheckpointPublicationRepository publications,
            CheckpointStore store,
            SigningKey key,
            CheckpointWitness witness,
            InstantSource clock) {
        this.verification = verification;
        this.badges = badges;
        this.checkpoints = checkpoints;
        this.publications = publications;
        this.store = store;
        this.key = key;
        this.witness = witness;
        this.clock = clock;
    }

    VerificationView view(boolean whole) {
        VerificationState state = verification.state();
        return new VerificationView(
                whole,
                state,
                badges.of(state),
                checkpoints.last().orElse(null),
                publications.waitingSince(clock.instant().minus(PUBLISH_TIME)),
                store.name(),
                key.id(),
                witness.trustedKeys(),
                checkpoints.keys());
    }
}
