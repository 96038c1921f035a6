package io.countersign.decision.execution;

import io.countersign.audit.AuditLog;
import io.countersign.connection.AwsFailure;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionAuditEntries;
import io.countersign.decision.DecisionIntended;
import io.countersign.decision.eligibility.DecisionFactsLoader;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.DecisionTransitionRepository;
import io.countersign.decision.persistence.StateTransition;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a hold: the decision is released for sending, or stopped. Of several concurrent attempts, one wins. */
@Component
class HoldService {

    private final DecisionRepository decisions;
    private final DecisionTransitionRepository transitions;
    private final OpenDecisionRepository openDecisions;
    private final DecisionFactsLoader facts;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    HoldService(
            DecisionRepository decisions,
            DecisionTransitionRepository transitions,
            OpenDecisionRepository openDecisions,
            DecisionFactsLoader facts,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.decisions = decisions;
        this.transitions = transitions;
        this.openDecisions = openDecisions;
        this.facts = facts;
        this.auditLog = auditLog;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Judges the decision again by the current facts.
     *
     * @param listedAt the time of the fresh listing
     * @return the decision, which the caller must send; empty if it was stopped, or another attempt was faster
     */
    @Transactional
    public Optional<Decision> release(Decision held, Instant listedAt) {
        Invitation invitation = openDecisions.findAndHold(held.reviewed().id()).orElseThrow();
        Instant now = clock.instant();
        Verdict verdict = DecisionRule.judgeHeld(facts.locked(invitation, DecisionRequest.of(held)), held.id(), now);
        if (!verdict.allowed()) {
            stop(held, DecisionExecutor.stopped(verdict));
            return Optional.empty();
        }
        if (!transitions.release(held.id(), listedAt, now)) {
            return Optional.empty();
        }
        openDecisions.sending(invitation.id(), held.id(), now);
        Decision sending = decisions.find(held.id()).orElseThrow();
        auditLog.append(DecisionAuditEntries.intended(sending));
        events.publishEvent(new DecisionIntended(sending));
        return Optional.of(sending);
    }

    @Transactional
    public void stop(Decision held, AwsFailure why) {
        if (transitions.settle(held.id(), StateTransition.STOP, clock.instant(), why.requestId(), why, null)) {
            openDecisions.release(held.reviewed().id(), held.id());
            auditLog.append(
                    DecisionAuditEntries.stopped(decisions.find(held.id()).orElseThrow()));
        }
    }
}
