package io.countersign.decision;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.policy.Verdict;
import org.springframework.stereotype.Service;

/** Takes what a person chose in the form: a decision where they may decide alone, a proposal where it takes two. */
@Service
class Countersigning {

    private final Invitations invitations;
    private final Intents intents;
    private final Proposing proposing;
    private final Deciding deciding;

    Countersigning(Invitations invitations, Intents intents, Proposing proposing, Deciding deciding) {
        this.invitations = invitations;
        this.intents = intents;
        this.proposing = proposing;
        this.deciding = deciding;
    }

    Attempt decide(Decide wish) {
        Invitation invitation = invitations.find(wish.invitation()).orElseThrow();
        Verdict early = intents.judge(invitation, wish);
        return early.needsAnother() ? propose(wish) : deciding.decideJudged(wish, invitation, early);
    }

    private Attempt propose(Decide wish) {
        Proposing.Outcome outcome = proposing.propose(wish);
        if (outcome.proposal() != null) {
            return new Attempt.Proposed(outcome.proposal().id());
        }
        Verdict verdict = outcome.verdict();
        // whatever else stands in the way by now is refused and recorded there
        return verdict == Verdict.NOT_FRESH || verdict == Verdict.PROPOSED
                ? new Attempt.Refused(verdict, null, null)
                : deciding.decide(wish);
    }
}
