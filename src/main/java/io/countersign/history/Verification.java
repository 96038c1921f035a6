package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import io.countersign.history.chain.Checkpoints;
import io.countersign.history.chain.Finding;
import io.countersign.history.chain.Head;
import io.countersign.history.chain.Report;
import io.countersign.history.chain.Verifier;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
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
        List<String> notes = new ArrayList<>();
        // before the end is looked up: a checkpoint that is made meanwhile must not seem to lie behind it
        Checkpoints known = new Checkpoints(known(notes), Set.of());
        Head head = chain.head();
        rows.started(clock.instant(), head.seq());
        Report seen = new Verifier(chain.links(head.seq()), known, head, rows::progress).verify();
        notes.addAll(seen.notes());
        Report report =
                new Report(seen.entries(), seen.verifiedSeq(), seen.finding(), seen.checkpoint(), List.copyOf(notes));
        rows.ended(clock.instant(), report);
        shout(report.finding());
        return report;
    }

    private List<Checkpoint> known(List<String> notes) {
        List<Checkpoint> known = new ArrayList<>(checkpoints.all());
        try {
            known.addAll(place.all());
        } catch (IOException | RuntimeException e) {
            log.error("the checkpoints in {} cannot be read", place.name(), e);
            notes.add("The checkpoints in " + place.name()
                    + " could not be read: those in the database were used alone.");
        }
        return known;
    }

    private void shout(@Nullable Finding finding) {
        if (finding != null) {
            log.error("THE RECORD IS NOT WHAT WAS WRITTEN: {} {}", finding.kind(), finding.text());
        }
    }
}
