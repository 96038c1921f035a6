package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.invitation.Fingerprint;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.policy.DecisionFacts;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Effect;
import io.countersign.policy.HoldRule;
import io.countersign.policy.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first half of a decision: judged, reserved and recorded, before anything is sent. */
@Component
class DecisionIntentService {

    private final Invitations invitations;
    private final DecisionRepository decisions;
    private final DecisionFactsLoader facts;
    private final HoldProperties holds;
    private final OutcomeRecorder outcomes;
    private final ProposalCloser proposals;
    private final SkippedApprovers passedOver;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    DecisionIntentService(
            Invitations invitations,
            DecisionRepository decisions,
            DecisionFactsLoader facts,
            HoldProperties holds,
            OutcomeRecorder outcomes,
            ProposalCloser proposals,
            SkippedApprovers passedOver,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.invitations = invitations;
        this.decisions = decisions;
        this.facts = facts;
        this.holds = holds;
        this.outcomes = outcomes;
        this.proposals = proposals;
        this.passedOver = passedOver;
        this.events = events;
        this.clock = clock;
    }

    /** An intent that is stored, or the reason why there is none. */
    record Outcome(Verdict verdict, @Nullable Decision decision) {}

    /** Whether the person could accept now, if what they see is what is known. */
    Verdict judge(Invitation invitation, String person) {
        return DecisionRule.judge(facts.now(invitation, person));
    }

    Verdict judge(Invitation invitation, DecisionRequest wanted) {
        return DecisionRule.judge(facts.now(invitation, wanted));
    }

    Verdict judge(Invitation invitation, DecideCommand wish) {
        return DecisionRule.judge(facts.now(invitation, wish));
    }

    Verdict judge(Invitation invitation, Action action, String person, Fingerprint shown) {
        return DecisionRule.judge(facts.now(invitation, DecisionRequest.one(action, person, shown)));
    }

    /**
     * Everything is read again here, and held until the intent is committed.
     *
     * @param listedAt when AWS was listed again; null where it was not
     * @throws Overtaken if somebody else reserved the invitation in between; nothing is stored then
     */
    @Transactional
    public Outcome intend(DecideCommand wish, @Nullable Instant listedAt) {
        Invitation invitation = invitations.findAndHold(wish.invitation()).orElseThrow();
        DecisionFacts held = facts.held(invitation, wish);
        Verdict verdict = DecisionRule.judge(held);
        if (!verdict.allowed()) {
            record(wish, invitation, verdict);
            return new Outcome(verdict, null);
        }
        return new Outcome(verdict, reserve(wish, invitation, listedAt, held.inPlaceOf()));
    }

    @Transactional
    public void refuse(DecideCommand wish, Verdict verdict) {
        record(wish, invitations.find(wish.invitation()).orElseThrow(), verdict);
    }

    private Decision reserve(
            DecideCommand wish, Invitation invitation, @Nullable Instant listedAt, @Nullable String inPlaceOf) {
        Instant now = clock.instant();
        Instant heldUntil = HoldRule.until(now, holds.of(wish, invitation.listed()), invitation.expiresBy())
                .orElse(null);
        Decision decision = decisions.intend(wish, invitation, listedAt, heldUntil, now, inPlaceOf);
        long replaces = Objects.requireNonNullElse(invitation.openDecision(), 0L);
        boolean reserved = heldUntil == null
                ? invitations.open(wish.invitation(), decision.id(), replaces, now)
                : invitations.hold(wish.invitation(), decision.id(), replaces, now);
        if (!reserved) {
            throw new Overtaken();
        }
        if (replaces != 0) {
            settleReplaced(replaces, invitation);
        }
        proposals.decided(wish, decision);
        if (wish.breakGlass()) {
            breakGlass(decision, passedOver.by(wish.person(), invitation));
        }
        events.publishEvent(new DecisionIntended(decision));
        return decision;
    }

    /** An unclear decision can be replaced only since AWS was seen to list the invitation: so it had no effect. */
    private void settleReplaced(long replaced, Invitation invitation) {
        decisions
                .find(replaced)
                .ifPresent(old -> outcomes.found(
                        old,
                        StateTransition.MISS,
                        new EffectObservation(Effect.PENDING, ObservationText.LISTED_SINCE, invitation.lastSeen())));
    }

    private void breakGlass(Decision decision, List<String> skipped) {
        passedOver.keep(decision.id(), skipped);
        events.publishEvent(new BreakGlassUsed(decision, skipped));
    }

    private void record(DecideCommand wish, Invitation invitation, Verdict verdict) {
        events.publishEvent(new DecisionRefused(
                invitation.source(),
                invitation.listed(),
                wish.action(),
                wish.reason().text(),
                wish.person(),
                verdict.name()));
    }

    /** Two people decided at the same moment, and the other one was first. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
