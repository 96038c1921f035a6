package io.countersign.batch.execution;

import io.countersign.batch.Batch;
import io.countersign.batch.BatchCounts;
import io.countersign.batch.BatchItem;
import io.countersign.batch.BatchProperties;
import io.countersign.batch.persistence.BatchItemRepository;
import io.countersign.batch.persistence.BatchRepository;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.Reason;
import io.countersign.decision.execution.BulkDecisionService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Executes a bulk decision in groups of a few hundred items, and ends it when the last decision on hold has its result.
 * After an interruption, the next run continues, because the stored decisions show which items are done. Concurrent runs are safe: a bulk decision has at most one decision per
 * invitation.
 */
@Component
class BatchJobHandler {

    /** Items per worker and group: enough that the wait for the last worker of a group is comparatively short. */
    private static final int ROUNDS = 50;

    private static final Duration WHILE_UNFINISHED = Duration.ofSeconds(2);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(BatchJobHandler.class);

    private final BatchRepository batchRepository;
    private final BatchItemRepository items;
    private final BatchLifecycle lifecycle;
    private final BulkDecisionService decisions;
    private final BatchWorkers workers;
    private final BatchProperties properties;
    private final InstantSource clock;

    BatchJobHandler(
            BatchRepository batchRepository,
            BatchItemRepository items,
            BatchLifecycle lifecycle,
            BulkDecisionService decisions,
            BatchWorkers workers,
            BatchProperties properties,
            InstantSource clock) {
        this.batchRepository = batchRepository;
        this.items = items;
        this.lifecycle = lifecycle;
        this.decisions = decisions;
        this.workers = workers;
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns the time of the next run, or empty if the bulk decision ended or was stopped. */
    Optional<Instant> run(long id) {
        try {
            return batchRepository.find(id).filter(batch -> !batch.draft()).flatMap(this::execute);
        } catch (RuntimeException e) {
            log.error("batch {} could not continue", id, e);
            return Optional.of(clock.instant().plus(AFTER_TROUBLE));
        }
    }

    private Optional<Instant> execute(Batch batch) {
        List<BatchItem> next = next(batch);
        while (!next.isEmpty()) {
            if (!processAll(batch, next)) {
                return Optional.of(clock.instant().plus(AFTER_TROUBLE));
            }
            next = next(batch);
        }
        return finish(batchRepository.find(batch.id()).orElseThrow());
    }

    private Optional<Instant> finish(Batch batch) {
        if (batch.stoppedBy() != null) {
            // a worker may have stored a held decision after the stop had withdrawn the others
            decisions.withdraw(batch.id(), batch.stoppedBy());
            return Optional.empty();
        }
        if (!BatchCounts.of(items.counts(batch.id())).ended()) {
            return Optional.of(clock.instant().plus(WHILE_UNFINISHED));
        }
        lifecycle.end(batch);
        return Optional.empty();
    }

    private List<BatchItem> next(Batch batch) {
        items.markDecided(batch.id());
        return items.waiting(batch.id(), ROUNDS * properties.atOnce());
    }

    /** Returns true if all items were processed and the next group can start. */
    private boolean processAll(Batch batch, List<BatchItem> next) {
        List<Future<Boolean>> results = workers.runAll(tasks(batch, next));
        boolean all = results.size() == next.size();
        for (Future<Boolean> one : results) {
            all &= isDone(batch, one);
        }
        return all;
    }

    private List<Callable<Boolean>> tasks(Batch batch, List<BatchItem> next) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        next.forEach(item -> tasks.add(() -> decide(batch, item)));
        return tasks;
    }

    private static boolean isDone(Batch batch, Future<Boolean> one) {
        try {
            return one.get();
        } catch (ExecutionException e) {
            log.error("an invitation of batch {} could not be decided yet", batch.id(), e.getCause());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean decide(Batch batch, BatchItem item) {
        if (workers.closing()) {
            return false;
        }
        if (!items.isWaiting(batch.id(), item.position())) {
            return true;
        }
        Optional<DecisionResult> attempt = decisions.decide(command(batch, item));
        if (attempt.orElse(null) instanceof DecisionResult.Refused refused) {
            String failure =
                    refused.failure() == null ? null : refused.failure().kind().name();
            items.markRefused(batch.id(), item.position(), refused.why().name(), failure);
        }
        return true;
    }

    private static DecideCommand command(Batch batch, BatchItem item) {
        return new DecideCommand(
                Objects.requireNonNull(item.invitation()),
                batch.action(),
                new Reason(Objects.requireNonNull(batch.reason())),
                batch.person(),
                Objects.requireNonNull(item.shown()),
                batch.id());
    }
}
