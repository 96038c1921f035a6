package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import io.countersign.history.chain.SigningKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Signs where the chain stands. Whoever signs holds the head of the chain, so that replicas take turns. */
@Component
class Checkpointing {

    private static final Logger log = LoggerFactory.getLogger(Checkpointing.class);

    private final CheckpointRows checkpoints;
    private final ChainRows chain;
    private final Chain entries;
    private final SigningKey key;
    private final RecordProperties properties;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    Checkpointing(
            CheckpointRows checkpoints,
            ChainRows chain,
            Chain entries,
            SigningKey key,
            RecordProperties properties,
            InstantSource clock,
            TransactionOperations transactions) {
        this.checkpoints = checkpoints;
        this.chain = chain;
        this.entries = entries;
        this.key = key;
        this.properties = properties;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Writes down that a key signs from now on, if it never did. */
    void introduceKey() {
        transactions.executeWithoutResult(status -> {
            chain.lock();
            if (checkpoints.introduce(key, now())) {
                entries.append(NewEntry.by(NewEntry.SYSTEM, EntryAction.RECORD, EntryOutcome.DONE)
                        .saying("Checkpoints are signed with key " + key.id() + " from now on. Public key: "
                                + key.publicKey()));
            }
        });
    }

    /** After every so many entries, and after every so much time even if nothing happened. */
    void signIfDue() {
        transactions.executeWithoutResult(status -> {
            ChainRows.Last end = chain.lock();
            Checkpoint last = checkpoints.last().orElse(null);
            if (end.seq() > 0 && isDue(last, end)) {
                sign(last, end);
            }
        });
    }

    /** The first checkpoint that covers an entry; made now if there is none. */
    Checkpoint covering(long seq) {
        return checkpoints
                .covering(seq)
                .orElseGet(() -> transactions.execute(status -> {
                    ChainRows.Last end = chain.lock();
                    return checkpoints
                            .covering(seq)
                            .orElseGet(() -> sign(checkpoints.last().orElse(null), end));
                }));
    }

    private boolean isDue(@Nullable Checkpoint last, ChainRows.Last end) {
        return last == null
                || !last.isSigned()
                || end.seq() - last.entrySeq() >= properties.entries()
                || !now().isBefore(last.at().plus(properties.every()));
    }

    private Checkpoint sign(@Nullable Checkpoint last, ChainRows.Last end) {
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
