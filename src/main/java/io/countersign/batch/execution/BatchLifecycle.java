package io.countersign.batch.execution;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.batch.Batch;
import io.countersign.batch.persistence.BatchItemRepository;
import io.countersign.batch.persistence.BatchRepository;
import io.countersign.decision.Reason;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts, stops and ends bulk decisions. Of concurrent attempts, one succeeds. */
@Component
public class BatchLifecycle {

    private final BatchRepository batchRepository;
    private final BatchItemRepository items;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    BatchLifecycle(
            BatchRepository batchRepository,
            BatchItemRepository items,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.batchRepository = batchRepository;
        this.items = items;
        this.auditLog = auditLog;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param positions the items to decide; the others are skipped
     * @return false if it was started before
     */
    @Transactional
    public boolean start(Batch draft, Reason reason, Collection<Integer> positions) {
        boolean started = batchRepository.start(draft.id(), reason.text(), clock.instant());
        if (started) {
            items.start(draft.id(), positions);
            events.publishEvent(new BatchStarted(draft.id()));
            record(
                    draft.person(),
                    reason.text(),
                    "bulk decision " + draft.id() + " started: "
                            + word(draft.action().name()) + " " + positions.size() + " invitations");
        }
        return started;
    }

    /** Whether the start that came first had the same reason and selection, as the first of two clicks has. */
    public boolean startedWith(long id, String reason, Set<Integer> positions) {
        return reason.equals(batchRepository.find(id).orElseThrow().reason()) && positions.equals(items.started(id));
    }

    /** Running items finish; waiting items are skipped. */
    @Transactional
    public void stop(Batch batch, String by) {
        if (batchRepository.stop(batch.id(), by, clock.instant())) {
            items.stop(batch.id());
            record(by, null, "bulk decision " + batch.id() + " stopped: " + counts(batch));
        }
    }

    @Transactional
    public void end(Batch batch) {
        if (batchRepository.end(batch.id(), clock.instant())) {
            record(batch.person(), null, "bulk decision " + batch.id() + " ended: " + counts(batch));
        }
    }

    private void record(String person, @Nullable String reason, String message) {
        auditLog.append(AuditEntry.by(person, AuditAction.BATCH, AuditOutcome.DONE)
                .withReason(reason)
                .withMessage(message));
    }

    private String counts(Batch batch) {
        return items.counts(batch.id()).entrySet().stream()
                .map(count -> count.getValue() + " " + word(count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String word(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
