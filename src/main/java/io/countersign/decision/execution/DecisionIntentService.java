package io.countersign.decision.execution;

import io.countersign.audit.AuditLog;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionAuditEntries;
import io.countersign.decision.DecisionIntended;
import io.countersign.decision.eligibility.DecisionFactsLoader;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.policy.DecisionFacts;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores and audits the intent of a decision, or audits its refusal, before anything is sent. */
@Component
class DecisionIntentService {

    private final OpenDecisionRepository openDecisions;
    private final DecisionFactsLoader facts;
    private final DecisionIntentWriter writer;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;

    DecisionIntentService(
            OpenDecisionRepository openDecisions,
            DecisionFactsLoader facts,
            DecisionIntentWriter writer,
            AuditLog auditLog,
            ApplicationEventPublisher events) {
        this.openDecisions = openDecisions;
        this.facts = facts;
        this.writer = writer;
        this.auditLog = auditLog;
        this.events = events;
    }

    /** A stored intent, or the reason why there is none. */
    record Outcome(Verdict verdict, @Nullable Decision decision) {}

    /**
     * Judges again with the invitation and the users locked until the intent is committed.
     *
     * @param listedAt the time of the fresh listing
     * @throws DecisionIntentWriter.OvertakenException if another user reserved the invitation in between; nothing is
     *     stored then
     */
    @Transactional
    public Outcome intend(DecideCommand command, Instant listedAt) {
        Invitation invitation = openDecisions.findAndHold(command.invitation()).orElseThrow();
        DecisionFacts locked = facts.locked(invitation, DecisionRequest.of(command));
        Verdict verdict = DecisionRule.judge(locked);
        if (!verdict.allowed()) {
            audit(command, invitation, verdict);
            return new Outcome(verdict, null);
        }
        Decision decision = writer.write(command, invitation, listedAt, locked.inPlaceOf());
        auditLog.append(DecisionAuditEntries.intended(decision));
        events.publishEvent(new DecisionIntended(decision));
        return new Outcome(verdict, decision);
    }

    @Transactional
    public void refuse(DecideCommand command, Verdict verdict) {
        audit(command, openDecisions.findAndHold(command.invitation()).orElseThrow(), verdict);
    }

    private void audit(DecideCommand command, Invitation invitation, Verdict verdict) {
        auditLog.append(DecisionAuditEntries.refused(
                invitation.source(),
                invitation.listed(),
                command.action(),
                command.reason().text(),
                command.person(),
                verdict.name()));
    }
}
