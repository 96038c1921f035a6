package io.countersign.history;

import io.countersign.history.chain.Checkpoints;
import io.countersign.history.chain.Finding;
import io.countersign.history.chain.Head;
import io.countersign.history.chain.Report;
import io.countersign.history.chain.Verifier;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifies the record in the database against itself, its checkpoints, and those in their place. */
@Component
class Verification {

    private static final Logger log = LoggerFactory.getLogger(Verification.class);

    private final ChainRows chain;
    private final CheckpointRows checkpoints;
    private final CheckpointPlace place;
    private final VerificationRows rows;
    private final InstantSource clock;

    Verification(
            ChainRows chain,
            CheckpointRows checkpoints,
            CheckpointPlace place,
            VerificationRows rows,
            MeterRegistry metrics,
            InstantSource clock) {
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.place = place;
        this.rows = rows;
        this.clock = clock;
        Gauge.builder("countersign.record.broken", () -> rows.state().kind() == null ? 0 : 1)
                .register(metrics);
    }

    /** Takes as long as the record is large. Entries that come meanwhile are left for the next time. */
    Report run() {
        try {
            Report report = verify();
            rows.ended(clock.instant(), report);
            shout(report.finding());
            return report;
        } catch (RuntimeException e) {
            log.error("THE RECORD COULD NOT BE VERIFIED", e);
            failed(e);
            throw e;
        }
    }

    private Report verify() {
        // before the end is looked up: a checkpoint that is made meanwhile must not seem to lie behind it
        GatheredCheckpoints known = GatheredCheckpoints.of(checkpoints, place::all);
        Head head = chain.head();
        rows.started(clock.instant(), head.seq());
        Checkpoints all = new Checkpoints(known.all(), Set.of());
        return new Verifier(chain.links(head.seq()), all, head, rows::progress)
                .verify()
                .and(known.lost())
                .noting(unread(known.unread()));
    }

    private List<String> unread(@Nullable Exception unread) {
        if (unread == null) {
            return List.of();
        }
        log.error("the checkpoints in {} cannot be read", place.name(), unread);
        return List.of(
                "The checkpoints in " + place.name() + " could not be read: those in the database were used alone.");
    }

    /** Without a database nothing can be written either; the pages then see that nobody verifies any more. */
    private void failed(RuntimeException reason) {
        try {
            rows.failed(clock.instant(), String.valueOf(reason.getMessage()));
        } catch (RuntimeException e) {
            log.error("the failure could not be saved", e);
        }
    }

    private void shout(@Nullable Finding finding) {
        if (finding != null) {
            log.error("THE RECORD IS NOT WHAT WAS WRITTEN: {} {}", finding.kind(), finding.text());
        }
    }
}
