package io.countersign.decision.execution;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.UpdateOutcome;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionSeen;
import io.countersign.decision.DecisionSettled;
import io.countersign.decision.EffectObservation;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.DecisionTransitionRepository;
import io.countersign.decision.persistence.StateTransition;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.InvitationState;
import io.countersign.policy.Effect;
import io.countersign.team.access.ClaimReleaser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the outcome of a decision, from the answer of AWS or from a later read, with its effect on the invitation. */
@Component
class OutcomeRecorder {

    private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);

    /** Until AWS is first read for a decision. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Of what was confirmed in a batch: what still waits there to be decided goes first. */
    private static final Duration AFTER_THE_OTHERS = Duration.ofSeconds(15);

    private final DecisionRepository decisions;
    private final DecisionTransitionRepository transitions;
    private final InvitationRepository invitationRepository;
    private final ClaimReleaser claims;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    OutcomeRecorder(
            DecisionRepository decisions,
            DecisionTransitionRepository transitions,
            InvitationRepository invitationRepository,
            ClaimReleaser claims,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.decisions = decisions;
        this.transitions = transitions;
        this.invitationRepository = invitationRepository;
        this.claims = claims;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void store(Decision decision, UpdateOutcome outcome) {
        if (outcome instanceof UpdateOutcome.Updated updated) {
            if (settle(decision, StateTransition.CONFIRM, updated.requestId(), null)) {
                transitions.keep(decision.id(), updated.invitation());
                publish(decision);
            }
        } else if (outcome instanceof UpdateOutcome.Refused refused) {
            StateTransition move =
                    saysDecidedAlready(refused.failure()) ? StateTransition.LOSE : StateTransition.REFUSE;
            settleFailed(decision, move, refused.failure());
        } else if (outcome instanceof UpdateOutcome.Unclear unclear) {
            settleFailed(decision, StateTransition.LOSE, unclear.failure());
        }
    }

    /** What a read of AWS showed settles an unclear decision. */
    @Transactional
    public void found(Decision decision, StateTransition move, EffectObservation observation) {
        Instant now = clock.instant();
        if (transitions.settle(decision.id(), move, observation, now)) {
            affect(decision, move, now);
            events.publishEvent(new DecisionSeen(find(decision)));
        }
    }

    /** An unclear decision is replaced only after AWS listed its invitation again, which proves that it had no effect. */
    @Transactional
    public void settleReplaced(long replaced, Invitation invitation) {
        EffectObservation pending =
                new EffectObservation(Effect.PENDING, ObservationText.LISTED_SINCE, invitation.lastSeen());
        decisions.find(replaced).ifPresent(old -> found(old, StateTransition.MISS, pending));
    }

    /**
     * What a read of AWS showed leaves the decision where it stands.
     *
     * @param nextAt when AWS is read again; null for never
     */
    @Transactional
    public void saw(Decision decision, EffectObservation observation, @Nullable Instant nextAt) {
        EffectObservation before = decision.lifecycle().observation();
        boolean news = before == null || before.effect() != observation.effect() || nextAt == null;
        if (transitions.saw(decision, observation, nextAt) && news) {
            events.publishEvent(new DecisionSeen(find(decision)));
        }
    }

    /** AWS refused to our one and only request; it may be a sign that it was decided, and not by whom. */
    private static boolean saysDecidedAlready(AwsFailure awsFailure) {
        return awsFailure.kind() == AwsFailure.Kind.CONFLICT || awsFailure.kind() == AwsFailure.Kind.NOT_FOUND;
    }

    private void settleFailed(Decision decision, StateTransition move, AwsFailure awsFailure) {
        if (settle(decision, move, awsFailure.requestId(), awsFailure)) {
            publish(decision);
        }
    }

    private boolean settle(
            Decision decision, StateTransition move, @Nullable String requestId, @Nullable AwsFailure awsFailure) {
        Instant now = clock.instant();
        Instant next = move == StateTransition.REFUSE ? null : now.plus(first(decision, move));
        boolean moved = transitions.settle(decision.id(), move, now, requestId, awsFailure, next);
        if (moved) {
            affect(decision, move, now);
        } else {
            log.warn("decision {} is already final; the later response {} is ignored", decision.id(), move);
        }
        return moved;
    }

    private static Duration first(Decision decision, StateTransition move) {
        return decision.batch() != null && move == StateTransition.CONFIRM ? AFTER_THE_OTHERS : SOON;
    }

    private void affect(Decision decision, StateTransition move, Instant now) {
        InvitationId invitation = decision.reviewed().id();
        switch (move.to()) {
            case CONFIRMED -> {
                invitationRepository.decided(invitation, decision.id(), stateAfter(decision.action()), now);
                claims.release(invitation, decision.person());
            }
            case UNKNOWN -> invitationRepository.unclear(invitation, decision.id(), now);
            default -> invitationRepository.release(invitation, decision.id());
        }
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
        events.publishEvent(new DecisionSettled(settled));
    }

    private Decision find(Decision decision) {
        return decisions.find(decision.id()).orElseThrow();
    }

    private static InvitationState stateAfter(InvitationAction invitationAction) {
        return invitationAction == InvitationAction.ACCEPT ? InvitationState.ACCEPTED : InvitationState.REJECTED;
    }
}
