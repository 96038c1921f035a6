package io.countersign.batch.execution;

import io.countersign.batch.Batch;
import io.countersign.batch.BatchMoved;
import io.countersign.batch.persistence.BatchItemRepository;
import io.countersign.batch.persistence.BatchRepository;
import io.countersign.decision.Reason;
import java.time.InstantSource;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a batch begins and ends. Of several who try, one wins. */
@Component
public class BatchLifecycle {

    private final BatchRepository batchRepository;
    private final BatchItemRepository items;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    BatchLifecycle(
            BatchRepository batchRepository,
            BatchItemRepository items,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.batchRepository = batchRepository;
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /** @param positions what is to be decided; the rest is left */
    @Transactional
    public void start(Batch draft, Reason reason, Collection<Integer> positions) {
        if (batchRepository.start(draft.id(), reason.text(), clock.instant())) {
            items.start(draft.id(), positions);
            events.publishEvent(new BatchStarted(draft.id()));
            events.publishEvent(new BatchMoved(
                    draft.person(),
                    reason.text(),
                    "batch " + draft.id() + " started: " + draft.action() + " for " + positions.size()
                            + " invitations"));
        }
    }

    /** What is under way goes on, and what waits is left. */
    @Transactional
    public void stop(Batch batch, String by) {
        if (batchRepository.stop(batch.id(), by, clock.instant())) {
            items.stop(batch.id());
            events.publishEvent(new BatchMoved(by, null, "batch " + batch.id() + " stopped: " + counts(batch)));
        }
    }

    @Transactional
    public void end(Batch batch) {
        if (batchRepository.end(batch.id(), clock.instant())) {
            events.publishEvent(
                    new BatchMoved(batch.person(), null, "batch " + batch.id() + " ended: " + counts(batch)));
        }
    }

    private String counts(Batch batch) {
        return items.counts(batch.id()).entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
