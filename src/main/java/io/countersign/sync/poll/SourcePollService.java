package io.countersign.sync.poll;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Source;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.RemovalReason;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollResult;
import io.countersign.sync.removal.RemovalReasonResolver;
import io.countersign.sync.source.SourceStatus;
import io.countersign.sync.source.SourceStatusRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Polls one source and stores the result in one transaction. */
@Component
public class SourcePollService {

    private static final Logger log = LoggerFactory.getLogger(SourcePollService.class);

    /** Each missing invitation costs a call to AWS; those above this limit are checked at the next poll. */
    private static final int MISSING_PER_POLL = 25;

    /** Half of the connections in the pool: stores wait for the lock of the audit log, and pages must not wait for them. */
    private static final int CONCURRENT_STORES = 10;

    private static final int MOST_ATTEMPTS = 3;

    private final SourceReader reader;
    private final RemovalReasonResolver removalReasonResolver;
    private final InvitationUpdater invitationUpdater;
    private final SourceStatusRepository statuses;
    private final TransactionTemplate transaction;
    private final AuditLog auditLog;
    private final InstantSource clock;
    private final Semaphore stores = new Semaphore(CONCURRENT_STORES);

    SourcePollService(
            SourceReader reader,
            RemovalReasonResolver removalReasonResolver,
            InvitationUpdater invitationUpdater,
            SourceStatusRepository statuses,
            TransactionTemplate transaction,
            AuditLog auditLog,
            InstantSource clock) {
        this.reader = reader;
        this.removalReasonResolver = removalReasonResolver;
        this.invitationUpdater = invitationUpdater;
        this.statuses = statuses;
        this.transaction = transaction;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** @param changed whether the invitations differ from the previous poll */
    public record Result(SourceStatus status, boolean changed) {}

    public Result poll(Source source) {
        Instant began = clock.instant();
        SourceReader.Result read = reader.read(source);
        Map<InvitationId, RemovalReason> missing = read.failure() == null ? missing(source, read, began) : Map.of();
        stores.acquireUninterruptibly();
        try {
            return store(source, () -> transaction.execute(status -> store(source, began, read, missing)));
        } finally {
            stores.release();
        }
    }

    /** Stores again if the server canceled the transaction because it and another one waited for each other. */
    private static Result store(Source source, Supplier<Result> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (PessimisticLockingFailureException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                log.info("{} is stored again after a conflict with another transaction", source);
            }
        }
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
        boolean changed = invitationUpdater.store(new PollResult(source, read.seen(), missing, began, before.readAt()));
        AwsFailure awsFailure = read.failure();
        SourceStatus after = awsFailure == null ? before.succeeded(began) : before.failed(began, awsFailure);
        statuses.store(after);
        record(before, after);
        return new Result(after, changed);
    }

    private SourceStatus enrolled(Source source) {
        statuses.enrol(List.of(source));
        return SourceStatus.neverTried(source);
    }

    private void record(SourceStatus before, SourceStatus after) {
        AwsFailure awsFailure = after.failure();
        if (awsFailure == null) {
            if (before.failure() != null) {
                log.info("{} can be read again", after.source());
                auditLog.append(entry(after, AuditOutcome.RECOVERED));
            }
        } else if (isNew(before.failure(), awsFailure)) {
            log.warn("{} was not read completely: {} {}", after.source(), awsFailure.kind(), awsFailure.message());
            auditLog.append(entry(after, AuditOutcome.FAILED)
                    .withMessage(awsFailure.summary())
                    .withRequestId(awsFailure.requestId()));
        }
    }

    private static AuditEntry entry(SourceStatus status, AuditOutcome outcome) {
        return AuditEntry.bySystem(AuditAction.READ, outcome).about(AuditSubjects.of(status.source()));
    }

    /** A repeated failure of the same kind is reported once, not at every poll. */
    private static boolean isNew(@Nullable AwsFailure before, AwsFailure now) {
        return before == null || before.kind() != now.kind();
    }
}
