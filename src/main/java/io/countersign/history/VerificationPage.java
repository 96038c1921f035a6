package io.countersign.history;

import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.checkpoint.CheckpointStore;
import io.countersign.audit.checkpoint.CheckpointWitness;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.audit.verification.VerificationState;
import org.springframework.stereotype.Component;

/** Assembles the verification page. */
@Component
class VerificationPage {

    private final VerificationRepository verification;
    private final IntegrityBadges badges;
    private final CheckpointRepository checkpoints;
    private final LateCheckpoints late;
    private final CheckpointStore store;
    private final SigningKey key;
    private final CheckpointWitness witness;

    VerificationPage(
            VerificationRepository verification,
            IntegrityBadges badges,
            CheckpointRepository checkpoints,
            LateCheckpoints late,
            CheckpointStore store,
            SigningKey key,
            CheckpointWitness witness) {
        this.verification = verification;
        this.badges = badges;
        this.checkpoints = checkpoints;
        this.late = late;
        this.store = store;
        this.key = key;
        this.witness = witness;
    }

    VerificationView view(boolean whole) {
        VerificationState state = verification.state();
        return new VerificationView(
                whole,
                state,
                badges.of(state),
                checkpoints.last().orElse(null),
                late.now(),
                store.name(),
                key.id(),
                witness.trustedKeys(),
                checkpoints.keys());
    }
}
