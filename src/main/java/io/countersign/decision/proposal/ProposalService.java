package io.countersign.decision.proposal;

import io.countersign.decision.DecideCommand;
import io.countersign.decision.Proposal;
import io.countersign.decision.ProposalState;
import io.countersign.decision.Reason;
import io.countersign.decision.eligibility.ApprovalContextLoader;
import io.countersign.decision.eligibility.DecisionFactsLoader;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Verdict;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ReviewerAccess;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates proposals, sends them back and withdraws them. Nothing here is sent to AWS. */
@Component
public class ProposalService {

    private final ProposalRepository proposals;
    private final ProposalCloser closer;
    private final OpenDecisionRepository openDecisions;
    private final DecisionFactsLoader facts;
    private final PersonRepository personRepository;
    private final ReviewerAccess access;
    private final InstantSource clock;

    ProposalService(
            ProposalRepository proposals,
            ProposalCloser closer,
            OpenDecisionRepository openDecisions,
            DecisionFactsLoader facts,
            PersonRepository personRepository,
            ReviewerAccess access,
            InstantSource clock) {
        this.proposals = proposals;
        this.closer = closer;
        this.openDecisions = openDecisions;
        this.facts = facts;
        this.personRepository = personRepository;
        this.access = access;
        this.clock = clock;
    }

    /** @param verdict why no proposal was made; ALLOWED if no second approval is required */
    public record Outcome(Verdict verdict, @Nullable Proposal proposal) {}

    public enum Ending {
        DONE,
        /** It had already ended in another way. */
        TOO_LATE,
        /** The user has no right to do this. */
        NOT_PERMITTED
    }

    /** Judges again with the invitation and the user locked until the proposal is committed. */
    @Transactional
    public Outcome propose(DecideCommand command) {
        Invitation invitation = openDecisions.findAndHold(command.invitation()).orElseThrow();
        Verdict verdict = DecisionRule.judge(facts.locked(invitation, DecisionRequest.of(command)));
        if (!verdict.needsAnother()) {
            return new Outcome(verdict, null);
        }
        if (proposals.openFor(command.invitation()).isPresent()) {
            return new Outcome(Verdict.PROPOSED, null);
        }
        ReviewerContext context = access.context(invitation, command.person());
        Proposal made = proposals.add(
                command, ApprovalContextLoader.inPlaceOf(context), verdict == Verdict.LEAD, clock.instant());
        closer.publish(made, invitation);
        return new Outcome(verdict, made);
    }

    /**
     * Every user who may decide the invitation may send the proposal back, except its proposer. A claim does not
     * matter.
     */
    @Transactional
    public Ending sendBack(Proposal proposal, Reason reason, String by) {
        Invitation invitation = openDecisions.findAndHold(proposal.invitation()).orElseThrow();
        ReviewerContext context = access.context(invitation, by);
        boolean may = personRepository.findAndHold(by).filter(Person::mayDecide).isPresent()
                && context.decides()
                && !by.equals(proposal.person());
        if (!may) {
            return Ending.NOT_PERMITTED;
        }
        return ending(closer.end(
                proposal,
                invitation,
                ProposalState.SENT_BACK,
                new Proposal.Answer(by, ApprovalContextLoader.inPlaceOf(context), reason.text(), clock.instant())));
    }

    @Transactional
    public Ending withdraw(Proposal proposal, String by) {
        Invitation invitation = openDecisions.findAndHold(proposal.invitation()).orElseThrow();
        if (!by.equals(proposal.person())) {
            return Ending.NOT_PERMITTED;
        }
        return ending(closer.end(
                proposal, invitation, ProposalState.WITHDRAWN, new Proposal.Answer(by, null, null, clock.instant())));
    }

    private static Ending ending(boolean ended) {
        return ended ? Ending.DONE : Ending.TOO_LATE;
    }
}
