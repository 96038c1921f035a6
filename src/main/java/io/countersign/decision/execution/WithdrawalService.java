package io.countersign.decision.execution;

import io.countersign.audit.AuditLog;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionAuditEntries;
import io.countersign.decision.DecisionState;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.DecisionTransitionRepository;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ReviewerAccess;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws held decisions. */
@Component
public class WithdrawalService {

    private final DecisionRepository decisions;
    private final DecisionTransitionRepository transitions;
    private final OpenDecisionRepository openDecisions;
    private final PersonRepository personRepository;
    private final ReviewerAccess access;
    private final AuditLog auditLog;
    private final InstantSource clock;

    WithdrawalService(
            DecisionRepository decisions,
            DecisionTransitionRepository transitions,
            OpenDecisionRepository openDecisions,
            PersonRepository personRepository,
            ReviewerAccess access,
            AuditLog auditLog,
            InstantSource clock) {
        this.decisions = decisions;
        this.transitions = transitions;
        this.openDecisions = openDecisions;
        this.personRepository = personRepository;
        this.access = access;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    public enum Outcome {
        DONE,
        /** It is no longer held. */
        TOO_LATE,
        /** Only the decider, the proposer, leads and admins can withdraw it. */
        NOT_PERMITTED
    }

    @Transactional
    public Outcome withdraw(Decision held, String by) {
        Invitation invitation = openDecisions.findAndHold(held.reviewed().id()).orElseThrow();
        ReviewerContext context = access.context(invitation, by);
        if (!personRepository
                .findAndHold(by)
                .filter(person -> mayWithdraw(person, context, held))
                .isPresent()) {
            return Outcome.NOT_PERMITTED;
        }
        if (!transitions.withdraw(held.id(), by, clock.instant())) {
            return Outcome.TOO_LATE;
        }
        openDecisions.release(held.reviewed().id(), held.id());
        auditLog.append(DecisionAuditEntries.withdrawn(
                decisions.find(held.id()).orElseThrow(), by, by.equals(held.person()) ? null : context.inPlaceOf()));
        return Outcome.DONE;
    }

    /** Returns whether the decision is on hold and the user of the context can withdraw it. */
    public boolean canWithdraw(Decision decision, ReviewerContext context) {
        return decision.state() == DecisionState.HELD
                && personRepository
                        .find(context.person())
                        .filter(person -> mayWithdraw(person, context, decision))
                        .isPresent();
    }

    private static boolean mayWithdraw(Person person, ReviewerContext context, Decision held) {
        boolean own = person.name().equals(held.person())
                || person.name().equals(held.approval().proposedBy());
        // nothing is sent, so admins can intervene although they cannot decide
        return person.isAdmin() || person.mayDecide() && (own || context.leads());
    }
}
