package io.countersign.batch.draft;

import io.countersign.batch.BatchItem;
import io.countersign.batch.persistence.BatchItemRepository;
import io.countersign.batch.persistence.BatchRepository;
import io.countersign.connection.InvitationAction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores drafts, so that a user starts exactly what the preview showed. Only this user can see the draft. */
@Component
public class DraftService {

    private static final Duration KEPT = Duration.ofDays(1);

    private final BatchRepository batchRepository;
    private final BatchItemRepository items;
    private final InstantSource clock;

    DraftService(BatchRepository batchRepository, BatchItemRepository items, InstantSource clock) {
        this.batchRepository = batchRepository;
        this.items = items;
        this.clock = clock;
    }

    /** @return the id of the batch */
    @Transactional
    public long make(String person, InvitationAction invitationAction, String queue, List<BatchItem> chosen) {
        Instant now = clock.instant();
        batchRepository.deleteDraftsBefore(now.minus(KEPT));
        long id = batchRepository.draft(person, invitationAction, queue, now);
        items.add(id, chosen);
        return id;
    }
}
