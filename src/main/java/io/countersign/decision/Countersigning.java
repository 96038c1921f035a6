package io.countersign.decision;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.policy.Verdict;
import org.springframework.stereotype.Service;

/** Takes what a person chose in the form: a decision where they may decide alone, a proposal where it takes two. */
@Service
class Countersigning {

    private final Invitations invitations;
    private final DecisionIntentService intents;
    private final ProposalService proposing;
    private final DecisionService deciding;

    Countersigning(
            Invitations invitations,
            DecisionIntentService intents,
            ProposalService proposing,
            DecisionService deciding) {
        this.invitations = invitations;
        this.intents = intents;
        this.proposing = proposing;
        this.deciding = deciding;
    }

    DecisionResult decide(DecideCommand wish) {
        Invitation invitation = invitations.find(wish.invitation()).orElseThrow();
        Verdict early = intents.judge(invitation, wish);
        return early.needsAnother() ? propose(wish) : deciding.decideJudged(wish, invitation, early);
    }

    private DecisionResult propose(DecideCommand wish) {
        ProposalService.Outcome outcome = proposing.propose(wish);
        if (outcome.proposal() != null) {
            return new DecisionResult.Proposed(outcome.proposal().id());
        }
        Verdict verdict = outcome.verdict();
        // whatever else stands in the way by now is refused and recorded there
        return verdict == Verdict.NOT_FRESH || verdict == Verdict.PROPOSED
                ? new DecisionResult.Refused(verdict, null, null)
                : deciding.decide(wish);
    }
}
