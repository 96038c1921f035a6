package io.countersign.sync;

import io.countersign.connection.Failure;
import io.countersign.connection.Source;
import io.countersign.invitation.Reading;
import io.countersign.invitation.Sightings;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads one source and stores what was seen, in one transaction. */
@Component
class Polls implements Poll {

    private static final Logger log = LoggerFactory.getLogger(Polls.class);

    private final SourceReader reader;
    private final Sightings sightings;
    private final SourceStatuses statuses;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Polls(
            SourceReader reader,
            Sightings sightings,
            SourceStatuses statuses,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.reader = reader;
        this.sightings = sightings;
        this.statuses = statuses;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void poll(Source source) {
        Instant began = clock.instant();
        SourceReader.Result result = reader.read(source);
        transaction.executeWithoutResult(status -> store(source, began, result));
    }

    private void store(Source source, Instant began, SourceReader.Result result) {
        SourceStatus before = statuses.find(source).orElseGet(() -> SourceStatus.neverTried(source));
        Failure failure = result.failure();
        sightings.store(new Reading(source, result.seen(), failure == null, began, before.readAt()));
        if (failure == null) {
            statuses.succeeded(source, began);
            if (before.failure() != null) {
                log.info("{} is read again", source);
                events.publishEvent(new ReadRecovered(source));
            }
        } else {
            statuses.failed(before, began, failure);
            if (news(before.failure(), failure)) {
                log.warn("{} was not read completely: {} {}", source, failure.kind(), failure.message());
                events.publishEvent(new ReadFailed(source, failure));
            }
        }
    }

    /** A source that goes on failing in the same way is told once, not every minute. */
    private static boolean news(@Nullable Failure before, Failure now) {
        return before == null || before.kind() != now.kind();
    }
}
