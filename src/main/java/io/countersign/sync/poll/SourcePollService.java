package io.countersign.sync.poll;

import io.countersign.connection.Failure;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Source;
import io.countersign.invitation.Conclusion;
import io.countersign.invitation.Findings;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationSeen;
import io.countersign.invitation.Reading;
import io.countersign.invitation.Sightings;
import io.countersign.sync.ReadFailed;
import io.countersign.sync.ReadRecovered;
import io.countersign.sync.removal.RemovalReasonResolver;
import io.countersign.sync.source.SourceStatus;
import io.countersign.sync.source.SourceStatusRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads one source and stores what was seen, in one transaction. */
@Component
class SourcePollService {

    private static final Logger log = LoggerFactory.getLogger(SourcePollService.class);

    /** Asking AWS about each missing invitation costs a call; what is left over is asked about at the next read. */
    private static final int QUESTIONS = 25;

    private final SourceReader reader;
    private final RemovalReasonResolver removalReasonResolver;
    private final Sightings sightings;
    private final SourceStatusRepository statuses;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    SourcePollService(
            SourceReader reader,
            RemovalReasonResolver removalReasonResolver,
            Sightings sightings,
            SourceStatusRepository statuses,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.reader = reader;
        this.removalReasonResolver = removalReasonResolver;
        this.sightings = sightings;
        this.statuses = statuses;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** @param findings what was different from the reading before */
    record Result(SourceStatus status, Findings findings) {}

    Result poll(Source source) {
        Instant began = clock.instant();
        SourceReader.Result read = reader.read(source);
        Map<InvitationId, Conclusion> missing = read.failure() == null ? missing(source, read, began) : Map.of();
        return transaction.execute(status -> store(source, began, read, missing));
    }

    private Map<InvitationId, Conclusion> missing(Source source, SourceReader.Result read, Instant began) {
        Map<InvitationId, Conclusion> concluded = new HashMap<>();
        List<Invitation> missing = sightings.missing(source, read.seen());
        for (Invitation invitation : missing.subList(0, Math.min(QUESTIONS, missing.size()))) {
            removalReasonResolver
                    .about(invitation, began)
                    .ifPresent(conclusion -> concluded.put(invitation.id(), conclusion));
        }
        return concluded;
    }

    private Result store(
            Source source, Instant began, SourceReader.Result read, Map<InvitationId, Conclusion> missing) {
        SourceStatus before = statuses.find(source).orElseGet(() -> enrolled(source));
        Findings findings = sightings.store(new Reading(source, read.seen(), missing, began, before.readAt()));
        findings.added().forEach(listed -> events.publishEvent(new InvitationSeen(source, listed)));
        findings.changed().forEach(events::publishEvent);
        findings.back().forEach(events::publishEvent);
        findings.gone().forEach(events::publishEvent);
        Failure failure = read.failure();
        SourceStatus after =
                failure == null ? before.succeeded(began, read.seen().size()) : before.failed(began, failure);
        statuses.store(after);
        tell(before, after);
        return new Result(after, findings);
    }

    private SourceStatus enrolled(Source source) {
        statuses.enrol(List.of(source));
        return SourceStatus.neverTried(source);
    }

    private void tell(SourceStatus before, SourceStatus after) {
        Failure failure = after.failure();
        if (failure == null) {
            if (before.failure() != null) {
                log.info("{} can be read again", after.source());
                events.publishEvent(new ReadRecovered(after.source()));
            }
        } else if (news(before.failure(), failure)) {
            log.warn("{} was not read completely: {} {}", after.source(), failure.kind(), failure.message());
            events.publishEvent(new ReadFailed(after.source(), failure));
        }
    }

    /** A source that goes on failing in the same way is told once, not at every read. */
    private static boolean news(@Nullable Failure before, Failure now) {
        return before == null || before.kind() != now.kind();
    }
}
