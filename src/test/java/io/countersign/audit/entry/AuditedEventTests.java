package io.countersign.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.connection.AccountId;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import io.countersign.connection.UpdatedInvitation;
import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionAnswer;
import io.countersign.decision.DecisionEffectObserved;
import io.countersign.decision.DecisionIntended;
import io.countersign.decision.DecisionLifecycle;
import io.countersign.decision.DecisionRefused;
import io.countersign.decision.DecisionSettled;
import io.countersign.decision.DecisionState;
import io.countersign.decision.DecisionStopped;
import io.countersign.decision.DecisionWithdrawn;
import io.countersign.decision.EffectObservation;
import io.countersign.policy.Effect;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

class AuditedEventTests {

    private static final Source SOURCE = new Source(new AccountId("111122223333"), new Region("eu-west-1"));
    private static final ListedInvitation INVITATION = new ListedInvitation(
            new InvitationId("0123456789abcdef0123456789abcdef"),
            ResourceType.LENS,
            "555566667777",
            "111122223333",
            Permission.CONTRIBUTOR,
            "SaaS lens",
            "arn:aws:wellarchitected::555566667777:lens/saas");
    private static final AuditEntry SIGN_IN = AuditEntry.by("lead", AuditAction.SIGN_IN, AuditOutcome.DONE);
    private static final AuditSubject INVITED = AuditSubjects.of(SOURCE, INVITATION);
    private static final AuditSubject DECIDED =
            AuditSubjects.of(SOURCE, INVITATION).withDecision(42);
    private static final AwsFailure CONFLICT =
            new AwsFailure(AwsFailure.Kind.CONFLICT, "was decided", "ConflictException", "req-7");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private DataSource dataSource;
    private TransactionTemplate transaction;

    @BeforeEach
    void start() {
        dataSource = TestDatabase.migrated();
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(TransactionOperations.class, () -> transaction);
        context.register(
                ChainRepository.class, AuditChain.class, AuditEntryRepository.class, AuditedEventListener.class);
        context.refresh();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void recordsAReloadedPageOnce() {
        log().appendUnlessRepeated(viewed(INVITATION, "lead"));
        log().appendUnlessRepeated(viewed(INVITATION, "lead"));
        assertThat(count()).isOne();
        log().appendUnlessRepeated(viewed(INVITATION, "reviewer"));
        assertThat(count()).as("another user").isEqualTo(2);
        ListedInvitation changed = new ListedInvitation(
                INVITATION.id(),
                INVITATION.type(),
                INVITATION.sharedBy(),
                INVITATION.sharedWith(),
                Permission.READONLY,
                INVITATION.resourceName(),
                INVITATION.resourceId());
        log().appendUnlessRepeated(viewed(changed, "lead"));
        assertThat(count()).as("different content").isEqualTo(3);
    }

    @Test
    void recordsDecisions() {
        check(
                new DecisionIntended(decision(DecisionState.SENDING, null, null)),
                "lead",
                "ACCEPT",
                "SENDING",
                DECIDED,
                "we asked for it",
                null,
                null);
        check(
                new DecisionSettled(decision(DecisionState.CONFIRMED, "req-1", null)),
                "lead",
                "ACCEPT",
                "CONFIRMED",
                DECIDED,
                "we asked for it",
                null,
                "req-1");
        check(
                new DecisionSettled(decision(DecisionState.FAILED, "req-7", CONFLICT)),
                "lead",
                "ACCEPT",
                "FAILED",
                DECIDED,
                "we asked for it",
                "ConflictException: was decided",
                "req-7");
        check(
                new DecisionSettled(decision(
                        DecisionState.UNKNOWN,
                        null,
                        new AwsFailure(AwsFailure.Kind.TIMEOUT, "no answer in 10 s", null, null))),
                "lead",
                "ACCEPT",
                "UNKNOWN",
                DECIDED,
                "we asked for it",
                "TIMEOUT: no answer in 10 s",
                null);
        check(
                new DecisionRefused(
                        SOURCE, INVITATION, InvitationAction.REJECT, "not ours", "auditor", "auditors do not decide"),
                "auditor",
                "REJECT",
                "REFUSED",
                INVITED,
                "not ours",
                "auditors do not decide",
                null);
    }

    @Test
    void recordsHoldsAndReadBacks() {
        String reason = "we asked for it";
        check(
                new DecisionIntended(decision(DecisionState.HELD, null, null)),
                "lead",
                "ACCEPT",
                "HELD",
                DECIDED,
                reason,
                null,
                null);
        check(
                new DecisionWithdrawn(decision(DecisionState.WITHDRAWN, null, null), "other", "lead"),
                "other",
                "ACCEPT",
                "WITHDRAWN",
                DECIDED,
                reason,
                "on behalf of lead",
                null);
        check(
                new DecisionStopped(decision(
                        DecisionState.FAILED,
                        null,
                        new AwsFailure(AwsFailure.Kind.STOPPED, "Nothing.", "CHANGED", null))),
                "system",
                "ACCEPT",
                "FAILED",
                DECIDED,
                reason,
                "CHANGED: Nothing.",
                null);
        for (String found : List.of("CONFIRMED", "FAILED", "UNKNOWN")) {
            check(
                    new DecisionEffectObserved(seen(DecisionState.valueOf(found), null, Effect.PENDING)),
                    "system",
                    "EFFECT_CHECK",
                    found,
                    DECIDED,
                    reason,
                    "PENDING: It waits.",
                    null);
        }
        check(
                confirmedAnd(Effect.IN_EFFECT),
                "system",
                "EFFECT_CHECK",
                "IN_EFFECT",
                DECIDED,
                reason,
                "IN_EFFECT: It waits.",
                null);
        check(
                confirmedAnd(Effect.CONTRARY),
                "system",
                "EFFECT_CHECK",
                "MISMATCH",
                DECIDED,
                reason,
                "CONTRARY: It waits.",
                null);
        check(
                confirmedAnd(Effect.UNREAD),
                "system",
                "EFFECT_CHECK",
                "UNKNOWN",
                DECIDED,
                reason,
                "UNREAD: It waits.",
                null);
    }

    private static DecisionEffectObserved confirmedAnd(Effect effect) {
        UpdatedInvitation returned = new UpdatedInvitation("1", "WORKLOAD", "2", null, null, null, null);
        return new DecisionEffectObserved(seen(DecisionState.CONFIRMED, returned, effect));
    }

    private static Decision seen(DecisionState state, @Nullable UpdatedInvitation returned, Effect effect) {
        EffectObservation saw = new EffectObservation(effect, "It waits.", Instant.EPOCH);
        return new Decision(
                42,
                SOURCE,
                INVITATION,
                InvitationAction.ACCEPT,
                "we asked for it",
                "lead",
                Instant.EPOCH,
                state,
                new DecisionAnswer(Instant.EPOCH, returned, null, null),
                new DecisionLifecycle(null, null, Instant.EPOCH, null, null, saw, null, 1),
                null,
                ApprovalRecord.NONE);
    }

    @Test
    void rollsBackWithTheCallersTransaction() {
        transaction.executeWithoutResult(status -> {
            log().append(SIGN_IN);
            status.setRollbackOnly();
        });
        assertThat(count()).isZero();
        transaction.executeWithoutResult(status -> log().append(SIGN_IN));
        assertThat(count()).isOne();
    }

    @Test
    void commitsAtOnceWithoutATransaction() {
        log().append(SIGN_IN);
        assertThat(count()).isOne();
    }

    @Test
    void rollsBackTheChangeIfItCannotBeRecorded() {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table work (name varchar(10))").update();
        jdbc.sql("alter table audit_entry rename to elsewhere").update();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("insert into work values ('done')").update();
                    log().append(SIGN_IN);
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(jdbc.sql("select count(*) from work").query(Long.class).single())
                .isZero();
    }

    private void check(
            Object event,
            String actor,
            String action,
            String outcome,
            AuditSubject subject,
            @Nullable String reason,
            @Nullable String message,
            @Nullable String requestId) {
        context.publishEvent(event);
        StoredAuditEntry entry =
                entries().newest(AuditEntryFilter.ALL).entries().get(0);
        assertThat(entry)
                .isEqualTo(new StoredAuditEntry(
                        entry.seq(), entry.at(), actor, action, outcome, subject, reason, message, requestId));
    }

    private static AuditEntry viewed(ListedInvitation invitation, String person) {
        return AuditEntry.by(person, AuditAction.VIEW, AuditOutcome.DONE).about(AuditSubjects.of(SOURCE, invitation));
    }

    private AuditLog log() {
        return context.getBean(AuditLog.class);
    }

    private AuditEntryRepository entries() {
        return context.getBean(AuditEntryRepository.class);
    }

    private long count() {
        return entries().count(AuditEntryFilter.ALL);
    }

    private static Decision decision(DecisionState state, @Nullable String requestId, @Nullable AwsFailure awsFailure) {
        return new Decision(
                42,
                SOURCE,
                INVITATION,
                InvitationAction.ACCEPT,
                "we asked for it",
                "lead",
                Instant.EPOCH,
                state,
                new DecisionAnswer(null, null, requestId, awsFailure),
                DecisionLifecycle.NONE,
                null,
                ApprovalRecord.NONE);
    }
}
