package io.countersign.history;

import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.TrustedKeys;
import io.countersign.audit.checkpoint.CheckpointPublicationRepository;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.verification.VerificationState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verification page.
 *
 * @param whole whether the reader may download the whole log
 * @param waiting overdue checkpoints that have not reached the store
 * @param place the checkpoint store
 * @param currentKey the id of the key that signs
 * @param trust the keys that verification accepts
 * @param keys all keys that ever signed
 */
public record VerificationView(
        boolean whole,
        VerificationState state,
        IntegrityBadge badge,
        @Nullable Checkpoint last,
        CheckpointPublicationRepository.Waiting waiting,
        String place,
        String currentKey,
        TrustedKeys trust,
        List<CheckpointRepository.Key> keys) {

    /** The last part of the message key that says whether a key is trusted. */
    public String trustIn(String keyId) {
        if (!trust.ids().contains(keyId)) {
            return "untrusted";
        }
        return trust.pinned() ? "pinned" : "trusted";
    }

    /** The IDs of the trusted keys, sorted: after a change of the key, older checkpoints need the former one. */
    public List<String> trustedKeys() {
        return trust.ids().stream().sorted().toList();
    }

    /** Observations that are not faults. */
    public List<String> notes() {
        return state.notes().lines().toList();
    }
}
