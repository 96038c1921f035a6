package io.countersign.decision.execution;

import io.countersign.audit.AuditLog;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionAuditEntries;
import io.countersign.decision.DecisionEffectObserved;
import io.countersign.decision.DecisionSettled;
import io.countersign.decision.EffectObservation;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.DecisionTransitionRepository;
import io.countersign.decision.persistence.StateTransition;
import io.countersign.invitation.Invitation;
import io.countersign.policy.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the outcome of a decision, from the answer of AWS or from a later read, with its audit entry. */
@Component
class OutcomeRecorder {

    private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);

    /** Delay before the first read of AWS for a decision. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Delay before the first read-back of a bulk decision, so that pending sends go first. */
    private static final Duration AFTER_PENDING_SENDS = Duration.ofSeconds(15);

    private final DecisionRepository decisions;
    private final DecisionTransitionRepository transitions;
    private final DecidedInvitationUpdater invitations;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    OutcomeRecorder(
            DecisionRepository decisions,
            DecisionTransitionRepository transitions,
            DecidedInvitationUpdater invitations,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.decisions = decisions;
        this.transitions = transitions;
        this.invitations = invitations;
        this.auditLog = auditLog;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void store(Decision decision, UpdateOutcome outcome) {
        if (outcome instanceof UpdateOutcome.Updated updated) {
            if (settle(decision, StateTransition.CONFIRM, updated.requestId(), null)) {
                transitions.storeReturned(decision.id(), updated.invitation());
                publish(decision);
            }
        } else if (outcome instanceof UpdateOutcome.Refused refused) {
            settleFailed(decision, StateTransition.ofRefusal(refused.failure()), refused.failure());
        } else if (outcome instanceof UpdateOutcome.Unclear unclear) {
            settleFailed(decision, StateTransition.LOSE, unclear.failure());
        }
    }

    /** Settles an unclear decision with the observation of a read of AWS. */
    @Transactional
    public void settleUnclear(Decision decision, StateTransition transition, EffectObservation observation) {
        Instant now = clock.instant();
        if (transitions.settle(decision.id(), transition, observation, now)) {
            invitations.update(decision, transition, now);
            recordObserved(find(decision));
        }
    }

    /**
     * An unclear decision is replaced only after AWS listed its invitation again, which proves that it had no effect.
     */
    @Transactional
    public void settleReplaced(long replaced, Invitation invitation) {
        EffectObservation pending =
                new EffectObservation(Effect.PENDING, ObservationText.LISTED_SINCE, invitation.lastSeen());
        decisions.find(replaced).ifPresent(old -> settleUnclear(old, StateTransition.MISS, pending));
    }

    /**
     * Stores an observation that does not change the state of the decision.
     *
     * @param nextAt the time of the next read of AWS; null for none
     */
    @Transactional
    public void storeObservation(Decision decision, EffectObservation observation, @Nullable Instant nextAt) {
        EffectObservation before = decision.lifecycle().observation();
        boolean isNew = before == null || before.effect() != observation.effect() || nextAt == null;
        if (transitions.storeObservation(decision, observation, nextAt) && isNew) {
            recordObserved(find(decision));
        }
    }

    private void settleFailed(Decision decision, StateTransition transition, AwsFailure awsFailure) {
        if (settle(decision, transition, awsFailure.requestId(), awsFailure)) {
            publish(decision);
        }
    }

    private boolean settle(
            Decision decision,
            StateTransition transition,
            @Nullable String requestId,
            @Nullable AwsFailure awsFailure) {
        Instant now = clock.instant();
        Instant next = transition == StateTransition.REFUSE ? null : now.plus(firstRead(decision, transition));
        boolean stored = transitions.settle(decision.id(), transition, now, requestId, awsFailure, next);
        if (stored) {
            invitations.update(decision, transition, now);
        } else {
            log.warn("decision {} is already final; the later response {} is ignored", decision.id(), transition);
        }
        return stored;
    }

    private static Duration firstRead(Decision decision, StateTransition transition) {
        return decision.batch() != null && transition == StateTransition.CONFIRM ? AFTER_PENDING_SENDS : SOON;
    }

    private void publish(Decision decision) {
        Decision settled = find(decision);
        log.info(
                "decision {}: {} {} by {} is {}",
                settled.id(),
                settled.action(),
                settled.reviewed().id(),
                settled.person(),
                settled.state());
        auditLog.append(DecisionAuditEntries.settled(settled));
        events.publishEvent(new DecisionSettled(settled));
    }

    private void recordObserved(Decision observed) {
        auditLog.append(DecisionAuditEntries.observed(observed));
        events.publishEvent(new DecisionEffectObserved(observed));
    }

    private Decision find(Decision decision) {
        return decisions.find(decision.id()).orElseThrow();
    }
}
