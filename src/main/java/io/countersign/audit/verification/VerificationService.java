package io.countersign.audit.verification;

import io.countersign.audit.chain.ChainHead;
import io.countersign.audit.chain.Checkpoints;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.chain.VerificationReport;
import io.countersign.audit.chain.Verifier;
import io.countersign.audit.checkpoint.CheckpointComparison;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.checkpoint.CheckpointStore;
import io.countersign.audit.checkpoint.CheckpointWitness;
import io.countersign.audit.entry.ChainRepository;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifies the audit log in the database against its own chain, its checkpoints and the checkpoint store. */
@Component
public class VerificationService {

    /** The name of the job that verifies. */
    public static final String JOB = "verification";

    private static final Logger log = LoggerFactory.getLogger(VerificationService.class);

    private final ChainRepository chain;
    private final CheckpointRepository checkpoints;
    private final CheckpointStore store;
    private final CheckpointWitness witness;
    private final VerificationRepository rows;
    private final RecordedStates states;
    private final InstantSource clock;

    public VerificationService(
            ChainRepository chain,
            CheckpointRepository checkpoints,
            CheckpointStore store,
            CheckpointWitness witness,
            VerificationRepository rows,
            RecordedStates states,
            InstantSource clock) {
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.store = store;
        this.witness = witness;
        this.rows = rows;
        this.states = states;
        this.clock = clock;
    }

    /** Reads the whole log. Newer entries are left for the next run. */
    public VerificationReport run() {
        try {
            // read before the head, so that a checkpoint that is signed meanwhile does not seem to lie beyond it
            CheckpointComparison known = CheckpointComparison.of(checkpoints, store.name(), store::all);
            VerificationReport report = verify(known);
            rows.ended(clock.instant(), report);
            logFinding(report.finding());
            reportUnread(known.unread());
            return report;
        } catch (RuntimeException e) {
            log.error("THE AUDIT LOG COULD NOT BE VERIFIED", e);
            failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private VerificationReport verify(CheckpointComparison known) {
        ChainHead head = chain.head();
        rows.started(clock.instant(), head.seq());
        Checkpoints all = new Checkpoints(known.all(), witness.trustedKeys());
        return new Verifier(chain.entries(head.seq()), all, head, rows::progress)
                .verify()
                .and(known.lost())
                .and(witness.missing())
                .and(states.unrecorded());
    }

    /** Without the store, the checkpoints of the database prove nothing against a person who can change both. */
    private void reportUnread(@Nullable Exception unread) {
        if (unread != null) {
            log.error(
                    "THE AUDIT LOG COULD NOT BE VERIFIED: the checkpoints in {} cannot be read", store.name(), unread);
            failed("The checkpoints in " + store.name() + " cannot be read: " + unread.getMessage());
        }
    }

    /** Without a database, this fails too; the pages then show that no verification is running. */
    private void failed(String reason) {
        try {
            rows.failed(clock.instant(), reason);
        } catch (RuntimeException e) {
            log.error("the failure could not be saved", e);
        }
    }

    private void logFinding(@Nullable Finding finding) {
        if (finding != null) {
            log.error("AUDIT LOG VERIFICATION FAILED: {} {}", finding.kind(), finding.text());
        }
    }
}
