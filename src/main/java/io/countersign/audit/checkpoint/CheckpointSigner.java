package io.countersign.audit.checkpoint;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.entry.ChainRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Signs the end of the chain. It locks the head of the chain, so that replicas take turns. */
@Component
public class CheckpointSigner {

    private static final Logger log = LoggerFactory.getLogger(CheckpointSigner.class);

    private final CheckpointRepository checkpoints;
    private final ChainRepository chain;
    private final AuditLog auditLog;
    private final SigningKey key;
    private final AuditProperties properties;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    public CheckpointSigner(
            CheckpointRepository checkpoints,
            ChainRepository chain,
            AuditLog auditLog,
            SigningKey key,
            AuditProperties properties,
            InstantSource clock,
            TransactionOperations transactions) {
        this.checkpoints = checkpoints;
        this.chain = chain;
        this.auditLog = auditLog;
        this.key = key;
        this.properties = properties;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Records the signing key if it is new. */
    public void introduceKey() {
        transactions.executeWithoutResult(status -> {
            chain.lock();
            if (checkpoints.introduce(key, now())) {
                auditLog.append(AuditEntry.bySystem(AuditAction.AUDIT_LOG, AuditOutcome.DONE)
                        .withMessage("Checkpoints are signed with key " + key.id() + " from now on. Public key: "
                                + key.publicKey()));
            }
        });
    }

    /** Signs after a number of entries, and after some time even without new entries. */
    public void signIfDue() {
        transactions.executeWithoutResult(status -> {
            ChainRepository.Last end = chain.lock();
            Checkpoint last = checkpoints.last().orElse(null);
            if (end.seq() > 0 && isDue(last, end)) {
                sign(last, end);
            }
        });
    }

    /** The first checkpoint that covers an entry; signs one if there is none. */
    public Checkpoint covering(long seq) {
        return checkpoints
                .covering(seq)
                .orElseGet(() -> transactions.execute(status -> {
                    ChainRepository.Last end = chain.lock();
                    return checkpoints
                            .covering(seq)
                            .orElseGet(() -> sign(checkpoints.last().orElse(null), end));
                }));
    }

    private boolean isDue(@Nullable Checkpoint last, ChainRepository.Last end) {
        return last == null
                || !last.isSigned()
                || end.seq() - last.entrySeq() >= properties.entries()
                || !now().isBefore(last.at().plus(properties.every()));
    }

    private Checkpoint sign(@Nullable Checkpoint last, ChainRepository.Last end) {
        if (last != null && !last.isSigned()) {
            log.error("checkpoint {} does not match its signature; signing the next one after it", last.number());
        }
        Checkpoint checkpoint = Checkpoint.sign(key, last, now(), end.seq(), end.hash());
        checkpoints.insert(checkpoint);
        return checkpoint;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
