package io.countersign.sync.refresh;

import io.countersign.connection.Connections;
import io.countersign.invitation.PendingCounts;
import io.countersign.invitation.VisibilityScope;
import io.countersign.sync.poll.PollJobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Reads on demand: whoever asks gets a read that begins after the asking, and sees how far it is. */
@Component
class RefreshService {

    private final Connections connections;
    private final RefreshRepository rows;
    private final PendingCounts pending;
    private final PollJobScheduler jobs;
    private final InstantSource clock;

    RefreshService(
            Connections connections,
            RefreshRepository rows,
            PendingCounts pending,
            PollJobScheduler jobs,
            InstantSource clock) {
        this.connections = connections;
        this.rows = rows;
        this.pending = pending;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * @param seen what the person may see: nothing else is read for them
     * @return the moment from which on {@link #progress} counts
     */
    Instant request(RefreshScope scope, VisibilityScope seen) {
        Instant wanted = clock.instant();
        jobs.enrol();
        rows.want(scope, seen, wanted);
        jobs.hurry();
        return wanted;
    }

    RefreshProgress progress(RefreshScope scope, VisibilityScope seen, Instant wanted) {
        int total = (int) connections.sources().stream()
                .filter(rows.sources(scope, seen)::contains)
                .count();
        RefreshRepository.Counts counts = rows.count(scope, seen, wanted);
        return RefreshProgress.of(
                total,
                counts.done(),
                counts.failed(),
                pending.seenSince(wanted, seen),
                Duration.between(wanted, clock.instant()));
    }
}
