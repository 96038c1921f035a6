package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.connection.SentAs;
import io.countersign.connection.ShareInvitations;
import io.countersign.connection.UpdateOutcome;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.policy.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a decision from the wish to the answer: the intent is committed, then AWS is called, then the outcome is. */
@Service
class Deciding {

    private final Intents intents;
    private final Outcomes outcomes;
    private final ShareInvitations shareInvitations;
    private final Invitations invitations;
    private final Decisions decisions;

    Deciding(
            Intents intents,
            Outcomes outcomes,
            ShareInvitations shareInvitations,
            Invitations invitations,
            Decisions decisions) {
        this.intents = intents;
        this.outcomes = outcomes;
        this.shareInvitations = shareInvitations;
        this.invitations = invitations;
        this.decisions = decisions;
    }

    Attempt decide(Decide wish) {
        Intents.Outcome intent = intend(wish);
        Decision decision = intent.decision();
        if (decision == null) {
            return new Attempt.Refused(intent.verdict(), latest(wish.invitation()));
        }
        UpdateOutcome outcome = shareInvitations.update(
                decision.source(), wish.invitation(), wish.action(), new SentAs(decision.person(), decision.id()));
        outcomes.store(decision, outcome);
        return new Attempt.Made(decision.id());
    }

    private Intents.Outcome intend(Decide wish) {
        while (true) {
            try {
                return intents.intend(wish);
            } catch (Intents.Overtaken overtaken) {
                // judged again, it is refused for what the other person did, and that refusal is recorded
            }
        }
    }

    private @Nullable Decision latest(InvitationId invitation) {
        return decisions.of(invitation).stream().findFirst().orElse(null);
    }

    Verdict judge(Invitation invitation, String person) {
        return intents.judge(invitation, person);
    }
}
