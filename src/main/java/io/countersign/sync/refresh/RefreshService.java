package io.countersign.sync.refresh;

import io.countersign.connection.Connections;
import io.countersign.invitation.PendingCounts;
import io.countersign.invitation.VisibilityScope;
import io.countersign.sync.poll.PollJobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Polls sources on demand, with a poll that starts after the request, and reports the progress. */
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
     * @param seen the scope of the user; only sources within it are polled
     * @return the time from which {@link #progress} counts
     */
    Instant request(RefreshScope scope, VisibilityScope seen) {
        Instant requested = clock.instant();
        jobs.enrol();
        rows.request(scope, seen, requested);
        jobs.runRequested();
        return requested;
    }

    RefreshProgress progress(RefreshScope scope, VisibilityScope seen, Instant requested) {
        int total = (int) connections.sources().stream()
                .filter(rows.sources(scope, seen)::contains)
                .count();
        RefreshRepository.Counts counts = rows.count(scope, seen, requested);
        return RefreshProgress.of(
                total,
                counts.done(),
                counts.failed(),
                pending.seenSince(requested, seen),
                Duration.between(requested, clock.instant()));
    }
}
