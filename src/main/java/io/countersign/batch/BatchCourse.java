package io.countersign.batch;

import io.countersign.decision.Reason;
import java.time.InstantSource;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a batch begins and ends. Of several who try, one wins. */
@Component
class BatchCourse {

    private final Batches batches;
    private final BatchItems items;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    BatchCourse(Batches batches, BatchItems items, ApplicationEventPublisher events, InstantSource clock) {
        this.batches = batches;
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /** @param positions what is to be decided; the rest is left */
    @Transactional
    public void start(Batch draft, Reason reason, Collection<Integer> positions) {
        if (batches.start(draft.id(), reason.text(), clock.instant())) {
            items.start(draft.id(), positions);
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
        if (batches.stop(batch.id(), by, clock.instant())) {
            items.stop(batch.id());
            events.publishEvent(new BatchMoved(by, null, "batch " + batch.id() + " stopped: " + counts(batch)));
        }
    }

    @Transactional
    public void end(Batch batch) {
        if (batches.end(batch.id(), clock.instant())) {
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
