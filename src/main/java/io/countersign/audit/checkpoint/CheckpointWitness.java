package io.countersign.audit.checkpoint;

import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.chain.Finding.Kind;
import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.chain.Timestamps;
import io.countersign.audit.chain.TrustedKeys;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the keys and checkpoints of this installation in a file, and detects that the database or the checkpoint store no longer
 * contains the checkpoints. A person who can change both cannot change the memory without access to this machine.
 */
public class CheckpointWitness {

    private static final Logger log = LoggerFactory.getLogger(CheckpointWitness.class);

    private final WitnessFile file;
    private final TrustedKeys trusted;
    private final CheckpointRepository checkpoints;
    private final CheckpointStore store;

    /** @throws InvalidSigningKeyException if the signing key is not among the configured trusted keys */
    public CheckpointWitness(
            AuditProperties properties, SigningKey key, CheckpointRepository checkpoints, CheckpointStore store) {
        this.file = new WitnessFile(properties.witnessFile());
        this.checkpoints = checkpoints;
        this.store = store;
        pin(key.id(), properties.trustedKeys().isEmpty());
        this.trusted = properties.trusted(file.memory());
        if (!trusted.ids().contains(key.id())) {
            throw InvalidSigningKeyException.untrusted(key);
        }
    }

    private void pin(String key, boolean notice) {
        if (file.memory().keys().contains(key)) {
            return;
        }
        file.remember(file.memory().with(key));
        if (notice) {
            log.warn(
                    "THE AUDIT LOG KEY {} IS TRUSTED ON FIRST USE, because this installation signs with it and"
                            + " countersign.audit.trusted-keys is empty. Compare the ID with the key that you created, and"
                            + " configure it.",
                    key);
        }
    }

    public TrustedKeys trustedKeys() {
        return trusted;
    }

    /** The first remembered checkpoint that the database or the store lacks. If there is none, remembers the newest one. */
    public synchronized @Nullable Finding missing() {
        Finding missing = file.memory()
                .checkpoints()
                .map(this::missing)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (missing == null) {
            rememberNewest();
        }
        return missing;
    }

    private @Nullable Finding missing(Checkpoint known) {
        Finding inDatabase = missingIn(checkpoints, known);
        if (inDatabase != null) {
            return inDatabase;
        }
        // a store that cannot be read is no proof of a loss; verification reports it
        return checkpoints.isStored(known.number()) && !isInStore(known, true)
                ? missing(known, "in the checkpoint location " + store.name())
                : null;
    }

    /** Compares a remembered checkpoint with the database. */
    private static @Nullable Finding missingIn(CheckpointRepository checkpoints, Checkpoint known) {
        return checkpoints
                        .find(known.number())
                        .filter(found -> found.line().equals(known.line()))
                        .isPresent()
                ? null
                : missing(known, "in the database");
    }

    /** Compares what an installation remembers with its database, without its store. */
    public static @Nullable Finding missingIn(CheckpointRepository checkpoints, Witness memory) {
        return memory.checkpoints()
                .map(known -> missingIn(checkpoints, known))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Finding missing(Checkpoint known, String where) {
        return new Finding(
                Kind.CHECKPOINT,
                known.entrySeq(),
                "checkpoint %d of %s, which this installation stored, is missing or different %s"
                        .formatted(known.number(), Timestamps.utc(known.at()), where));
    }

    /** @param unread the answer if the store cannot be read */
    private boolean isInStore(Checkpoint checkpoint, boolean unread) {
        try {
            return store.contains(checkpoint);
        } catch (IOException | RuntimeException e) {
            log.error("the checkpoints in {} cannot be read", store.name(), e);
            return unread;
        }
    }

    /** Replicas share the database and may have different stores: only what is in this store can be lost here. */
    private void rememberNewest() {
        List<Checkpoint> ends = checkpoints.endsOfStored();
        if (ends.isEmpty()
                || !file.memory().isOlderThan(ends.get(ends.size() - 1))
                || !ends.stream().allMatch(trusted::vouchFor)) {
            return;
        }
        List<Checkpoint> here =
                ends.stream().filter(each -> isInStore(each, false)).toList();
        if (!here.isEmpty() && file.memory().isOlderThan(here.get(here.size() - 1))) {
            file.remember(file.memory().with(here.get(0), here.get(here.size() - 1)));
        }
    }
}
