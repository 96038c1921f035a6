package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.Failure;
import io.countersign.connection.InvitationId;
import io.countersign.identity.FreshSignIn;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.policy.Seen;
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
class Deciding {

    private static final Set<Verdict> IN_THE_WAY =
            EnumSet.of(Verdict.DECIDED, Verdict.HELD, Verdict.BEING_SENT, Verdict.UNCLEAR);

    private final FreshSignIn signIn;
    private final Intents intents;
    private final SecondLook secondLook;
    private final Sending sending;
    private final Invitations invitations;
    private final Decisions decisions;

    Deciding(
            FreshSignIn signIn,
            Intents intents,
            SecondLook secondLook,
            Sending sending,
            Invitations invitations,
            Decisions decisions) {
        this.signIn = signIn;
        this.intents = intents;
        this.secondLook = secondLook;
        this.sending = sending;
        this.invitations = invitations;
        this.decisions = decisions;
    }

    Attempt decide(Decide wish) {
        if (wish.special() && !signIn.fresh()) {
            return new Attempt.Refused(Verdict.NOT_FRESH, null, null);
        }
        Invitation invitation = invitations.find(wish.invitation()).orElseThrow();
        return decideJudged(wish, invitation, intents.judge(invitation, wish));
    }

    /** @param early what was just judged of the invitation, and is judged once more where the intent is stored */
    Attempt decideJudged(Decide wish, Invitation invitation, Verdict early) {
        if (!early.allowed()) {
            return refuse(wish, early, null);
        }
        // A reject grants nothing, whatever the offer has become, so that it rests on the last read.
        return wish.action() == Action.ACCEPT ? decideAfterLooking(wish, invitation) : decide(wish, (Instant) null);
    }

    private Attempt decideAfterLooking(Decide wish, Invitation invitation) {
        SecondLook.Result look = secondLook.at(invitation);
        if (look.seen() == Seen.NOT_LISTED) {
            secondLook.conclude(invitation, look);
            return refuse(wish, Verdict.GONE, null);
        }
        return look.seen() == Seen.UNREAD ? refuse(wish, Verdict.UNREAD, look.failure()) : decide(wish, look.began());
    }

    private Attempt decide(Decide wish, @Nullable Instant listedAt) {
        Intents.Outcome intent = intend(wish, listedAt);
        Decision decision = intent.decision();
        if (decision == null) {
            return new Attempt.Refused(intent.verdict(), inTheWay(wish.invitation(), intent.verdict()), null);
        }
        if (decision.state() == DecisionState.SENDING) {
            sending.send(decision);
        }
        return new Attempt.Made(decision.id());
    }

    private Intents.Outcome intend(Decide wish, @Nullable Instant listedAt) {
        while (true) {
            try {
                return intents.intend(wish, listedAt);
            } catch (Intents.Overtaken overtaken) {
                // judged again, it is refused for what the other person did, and that refusal is recorded
            }
        }
    }

    private Attempt refuse(Decide wish, Verdict verdict, @Nullable Failure failure) {
        intents.refuse(wish, verdict);
        return new Attempt.Refused(verdict, inTheWay(wish.invitation(), verdict), failure);
    }

    private @Nullable Decision inTheWay(InvitationId invitation, Verdict verdict) {
        return IN_THE_WAY.contains(verdict)
                ? decisions.of(invitation).stream().findFirst().orElse(null)
                : null;
    }
}
