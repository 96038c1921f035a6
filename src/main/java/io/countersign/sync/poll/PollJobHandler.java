package io.countersign.sync.poll;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import io.countersign.connection.Connections;
import io.countersign.connection.Source;
import io.countersign.database.DatabaseFailure;
import io.countersign.sync.source.SourceStatus;
import io.countersign.sync.source.SourceStatusRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the job of a source: polls it, and returns the time of the next run. */
class PollJobHandler {

    private static final Logger log = LoggerFactory.getLogger(PollJobHandler.class);
    private static final Duration ACCOUNT_IS_BUSY = Duration.ofMillis(200);

    private final Connections connections;
    private final SourcePollService sourcePollService;
    private final SourceStatusRepository statuses;
    private final PollBackoff pollBackoff;
    private final AccountLimiter accounts;
    private final PollMetrics metrics;
    private final InstantSource clock;

    PollJobHandler(
            Connections connections,
            SourcePollService sourcePollService,
            SourceStatusRepository statuses,
            PollBackoff pollBackoff,
            AccountLimiter accounts,
            PollMetrics metrics,
            InstantSource clock) {
        this.connections = connections;
        this.sourcePollService = sourcePollService;
        this.statuses = statuses;
        this.pollBackoff = pollBackoff;
        this.accounts = accounts;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The next step of a job after a run. */
    sealed interface Next {

        record At(Instant time) implements Next {}

        /** The source is no longer connected. */
        record Never() implements Next {}
    }

    Next run(Source source) {
        if (!connections.contains(source)) {
            return new Next.Never();
        }
        if (!accounts.tryEnter(source.account())) {
            return new Next.At(clock.instant().plus(ACCOUNT_IS_BUSY));
        }
        try {
            return new Next.At(poll(source));
        } finally {
            accounts.leave(source.account());
        }
    }

    private Instant poll(Source source) {
        long started = System.nanoTime();
        try {
            SourcePollService.Result result = sourcePollService.poll(source);
            metrics.polled(result, System.nanoTime() - started);
            return next(result);
        } catch (RuntimeException e) {
            // the coverage page shows the growing age of the last complete poll
            DatabaseFailure.cause(e)
                    .ifPresentOrElse(
                            cause -> log.error("{} could not be stored: {}", source, cause),
                            () -> log.error("{} could not be stored", source, e));
            metrics.notStored(System.nanoTime() - started);
            return clock.instant().plus(pollBackoff.afterFailure(1));
        }
    }

    private Instant next(SourcePollService.Result result) {
        SourceStatus status = result.status();
        Duration pause = status.failures() == 0
                ? pollBackoff.afterSuccess(result.changed())
                : pollBackoff.afterFailure(status.failures());
        Instant next = clock.instant().plus(pause);
        return statuses.next(status, next) ? next : clock.instant();
    }

    /** Passes the next step to db-scheduler. */
    static void apply(Next next, ExecutionComplete complete, ExecutionOperations<Void> job) {
        if (next instanceof Next.At at) {
            job.reschedule(complete, at.time());
        } else {
            job.remove();
        }
    }
}
