package io.countersign.sync.poll;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Source;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationDiscovered;
import io.countersign.invitation.RemovalReason;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollChanges;
import io.countersign.invitation.update.PollResult;
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

/** Polls one source and stores the result in one transaction. */
@Component
class SourcePollService {

    private static final Logger log = LoggerFactory.getLogger(SourcePollService.class);

    /** Each missing invitation costs a call to AWS; those above this limit are checked at the next poll. */
    private static final int MISSING_PER_POLL = 25;

    private final SourceReader reader;
    private final RemovalReasonResolver removalReasonResolver;
    private final InvitationUpdater invitationUpdater;
    private final SourceStatusRepository statuses;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    SourcePollService(
            SourceReader reader,
            RemovalReasonResolver removalReasonResolver,
            InvitationUpdater invitationUpdater,
            SourceStatusRepository statuses,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.reader = reader;
        this.removalReasonResolver = removalReasonResolver;
        this.invitationUpdater = invitationUpdater;
        this.statuses = statuses;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** @param changes the differences from the previous poll */
    record Result(SourceStatus status, PollChanges changes) {}

    Result poll(Source source) {
        Instant began = clock.instant();
        SourceReader.Result read = reader.read(source);
        Map<InvitationId, RemovalReason> missing = read.failure() == null ? missing(source, read, began) : Map.of();
        return transaction.execute(status -> store(source, began, read, missing));
    }

    private Map<InvitationId, RemovalReason> missing(Source source, SourceReader.Result read, Instant began) {
        Map<InvitationId, RemovalReason> concluded = new HashMap<>();
        List<Invitation> missing = invitationUpdater.missing(source, read.seen());
        for (Invitation invitation : missing.subList(0, Math.min(MISSING_PER_POLL, missing.size()))) {
            removalReasonResolver
                    .about(invitation, began)
                    .ifPresent(removalReason -> concluded.put(invitation.id(), removalReason));
        }
        return concluded;
    }

    private Result store(
            Source source, Instant began, SourceReader.Result read, Map<InvitationId, RemovalReason> missing) {
        SourceStatus before = statuses.find(source).orElseGet(() -> enrolled(source));
        PollChanges pollChanges =
                invitationUpdater.store(new PollResult(source, read.seen(), missing, began, before.readAt()));
        pollChanges.added().forEach(listed -> events.publishEvent(new InvitationDiscovered(source, listed)));
        pollChanges.changed().forEach(events::publishEvent);
        pollChanges.back().forEach(events::publishEvent);
        pollChanges.gone().forEach(events::publishEvent);
        AwsFailure awsFailure = read.failure();
        SourceStatus after =
                awsFailure == null ? before.succeeded(began, read.seen().size()) : before.failed(began, awsFailure);
        statuses.store(after);
        publish(before, after);
        return new Result(after, pollChanges);
    }

    private SourceStatus enrolled(Source source) {
        statuses.enrol(List.of(source));
        return SourceStatus.neverTried(source);
    }

    private void publish(SourceStatus before, SourceStatus after) {
        AwsFailure awsFailure = after.failure();
        if (awsFailure == null) {
            if (before.failure() != null) {
                log.info("{} can be read again", after.source());
                events.publishEvent(new ReadRecovered(after.source()));
            }
        } else if (isNew(before.failure(), awsFailure)) {
            log.warn("{} was not read completely: {} {}", after.source(), awsFailure.kind(), awsFailure.message());
            events.publishEvent(new ReadFailed(after.source(), awsFailure));
        }
    }

    /** A repeated failure of the same kind is reported once, not at every poll. */
    private static boolean isNew(@Nullable AwsFailure before, AwsFailure now) {
        return before == null || before.kind() != now.kind();
    }
}
