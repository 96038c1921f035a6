package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.Failure;
import io.countersign.connection.InvitationId;
import io.countersign.identity.FreshSignIn;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.policy.ListingResult;
import io.countersign.policy.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes a decision from the wish to the answer: AWS is listed again, the intent is committed, and unless it is held, AWS is
 * called, and the outcome is committed.
 */
@Service
class DecisionService {

    private static final Set<Verdict> IN_THE_WAY =
            EnumSet.of(Verdict.DECIDED, Verdict.HELD, Verdict.BEING_SENT, Verdict.UNCLEAR);

    private final FreshSignIn signIn;
    private final DecisionIntentService intents;
    private final FreshListing secondLook;
    private final DecisionExecutor sending;
    private final Invitations invitations;
    private final DecisionRepository decisions;

    DecisionService(
            FreshSignIn signIn,
            DecisionIntentService intents,
            FreshListing secondLook,
            DecisionExecutor sending,
            Invitations invitations,
            DecisionRepository decisions) {
        this.signIn = signIn;
        this.intents = intents;
        this.secondLook = secondLook;
        this.sending = sending;
        this.invitations = invitations;
        this.decisions = decisions;
    }

    DecisionResult decide(DecideCommand wish) {
        if (wish.special() && !signIn.fresh()) {
            return new DecisionResult.Refused(Verdict.NOT_FRESH, null, null);
        }
        Invitation invitation = invitations.find(wish.invitation()).orElseThrow();
        return decideJudged(wish, invitation, intents.judge(invitation, wish));
    }

    /** @param early what was just judged of the invitation, and is judged once more where the intent is stored */
    DecisionResult decideJudged(DecideCommand wish, Invitation invitation, Verdict early) {
        if (!early.allowed()) {
            return refuse(wish, early, null);
        }
        // A reject grants nothing, whatever the offer has become, so that it rests on the last read.
        return wish.action() == Action.ACCEPT ? decideAfterLooking(wish, invitation) : decide(wish, (Instant) null);
    }

    private DecisionResult decideAfterLooking(DecideCommand wish, Invitation invitation) {
        FreshListing.Result look = secondLook.at(invitation);
        if (look.seen() == ListingResult.NOT_LISTED) {
            secondLook.conclude(invitation, look);
            return refuse(wish, Verdict.GONE, null);
        }
        return look.seen() == ListingResult.UNREAD
                ? refuse(wish, Verdict.UNREAD, look.failure())
                : decide(wish, look.began());
    }

    private DecisionResult decide(DecideCommand wish, @Nullable Instant listedAt) {
        DecisionIntentService.Outcome intent = intend(wish, listedAt);
        Decision decision = intent.decision();
        if (decision == null) {
            return new DecisionResult.Refused(intent.verdict(), inTheWay(wish.invitation(), intent.verdict()), null);
        }
        if (decision.state() == DecisionState.SENDING) {
            sending.send(decision);
        }
        return new DecisionResult.Made(decision.id());
    }

    private DecisionIntentService.Outcome intend(DecideCommand wish, @Nullable Instant listedAt) {
        while (true) {
            try {
                return intents.intend(wish, listedAt);
            } catch (DecisionIntentService.Overtaken overtaken) {
                // judged again, it is refused for what the other person did, and that refusal is recorded
            }
        }
    }

    private DecisionResult refuse(DecideCommand wish, Verdict verdict, @Nullable Failure failure) {
        intents.refuse(wish, verdict);
        return new DecisionResult.Refused(verdict, inTheWay(wish.invitation(), verdict), failure);
    }

    private @Nullable Decision inTheWay(InvitationId invitation, Verdict verdict) {
        return IN_THE_WAY.contains(verdict)
                ? decisions.of(invitation).stream().findFirst().orElse(null)
                : null;
    }
}
