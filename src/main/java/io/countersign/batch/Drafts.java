package io.countersign.batch;

import io.countersign.connection.Action;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what somebody chose, so that what they look at is what they start. Nobody else sees it. */
@Component
class Drafts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Batches batches;
    private final BatchItems items;
    private final InstantSource clock;

    Drafts(Batches batches, BatchItems items, InstantSource clock) {
        this.batches = batches;
        this.items = items;
        this.clock = clock;
    }

    /** @return the id of the batch */
    @Transactional
    public long make(String person, Action action, String queue, List<BatchItem> chosen) {
        Instant now = clock.instant();
        batches.tidy(now.minus(KEPT));
        long id = batches.draft(person, action, queue, now);
        items.add(id, chosen);
        return id;
    }
}
