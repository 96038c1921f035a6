package io.countersign.decision.demo;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.Reason;
import io.countersign.decision.execution.DecisionJobHandler;
import io.countersign.decision.execution.DecisionService;
import io.countersign.decision.execution.WithdrawalService;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.reason.ReasonTemplates;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Makes decisions as the pages do, without their forms. */
@Component
@ConditionalOnBooleanProperty("countersign.demo")
public class DemoDecisions {

    private final DecisionService decisions;
    private final WithdrawalService withdrawals;
    private final DecisionJobHandler jobs;
    private final DecisionRepository decisionRepository;
    private final InvitationRepository invitationRepository;
    private final ReasonTemplates templates;

    DemoDecisions(
            DecisionService decisions,
            WithdrawalService withdrawals,
            DecisionJobHandler jobs,
            DecisionRepository decisionRepository,
            InvitationRepository invitationRepository,
            ReasonTemplates templates) {
        this.decisions = decisions;
        this.withdrawals = withdrawals;
        this.jobs = jobs;
        this.decisionRepository = decisionRepository;
        this.invitationRepository = invitationRepository;
        this.templates = templates;
    }

    public void addReasonTemplate(String text, String lead) {
        templates.add(new Reason(text), lead);
    }

    /** Returns the number of the decision or of the proposal. */
    public long decide(InvitationId id, InvitationAction action, String person, String reason) {
        return number(
                decisions.decide(new DecideCommand(id, action, new Reason(reason), person, fingerprint(id), null)));
    }

    /** Confirms a proposal, or accepts without one in an emergency. */
    public long approve(InvitationId id, @Nullable Long proposal, String person, String reason) {
        return number(decisions.decide(new DecideCommand(
                id,
                InvitationAction.ACCEPT,
                new Reason(reason),
                person,
                fingerprint(id),
                null,
                proposal,
                proposal == null,
                false)));
    }

    public void withdraw(long decision, String person) {
        withdrawals.withdraw(decisionRepository.find(decision).orElseThrow(), person);
    }

    /** Runs the next step of the decision, if it is due. */
    public void runJob(long decision) {
        jobs.run(decision);
    }

    private InvitationFingerprint fingerprint(InvitationId id) {
        return InvitationFingerprint.of(
                invitationRepository.find(id).orElseThrow().listed());
    }

    private static long number(DecisionResult result) {
        if (result instanceof DecisionResult.Made made) {
            return made.decision();
        }
        if (result instanceof DecisionResult.Proposed proposed) {
            return proposed.proposal();
        }
        throw new IllegalStateException("refused: " + result);
    }
}
