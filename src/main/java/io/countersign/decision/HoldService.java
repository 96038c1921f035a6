package io.countersign.decision;

import io.countersign.connection.Failure;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Verdict;
import io.countersign.team.ReviewerAccess;
import io.countersign.team.ReviewerContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a held decision ends: it goes out, it is stopped, or it is withdrawn. Of several who try, one wins. */
@Component
class HoldService {

    private final DecisionRepository decisions;
    private final DecisionTransitionRepository moves;
    private final Invitations invitations;
    private final DecisionFactsLoader facts;
    private final People people;
    private final ReviewerAccess teamwork;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    HoldService(
            DecisionRepository decisions,
            DecisionTransitionRepository moves,
            Invitations invitations,
            DecisionFactsLoader facts,
            People people,
            ReviewerAccess teamwork,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.decisions = decisions;
        this.moves = moves;
        this.invitations = invitations;
        this.facts = facts;
        this.people = people;
        this.teamwork = teamwork;
        this.events = events;
        this.clock = clock;
    }

    enum Withdrawal {
        DONE,
        /** It is no longer held. */
        TOO_LATE,
        /** Only the decider, whoever proposed it, and those who lead the deciders may. */
        NOT_THEIRS
    }

    /**
     * Judges it again by what is true now.
     *
     * @param listedAt when AWS was listed again; null where it was not
     * @return the decision to be sent by the caller; empty where it is stopped, or another was faster
     */
    @Transactional
    public Optional<Decision> release(Decision held, @Nullable Instant listedAt) {
        Invitation invitation = invitations.findAndHold(held.reviewed().id()).orElseThrow();
        Instant now = clock.instant();
        Verdict verdict = DecisionRule.judgeHeld(facts.held(invitation, held), held.id(), now);
        if (!verdict.allowed()) {
            stop(held, DecisionExecutor.stopped(verdict));
            return Optional.empty();
        }
        if (!moves.release(held.id(), listedAt, now)) {
            return Optional.empty();
        }
        invitations.sending(invitation.id(), held.id(), now);
        Decision sending = decisions.find(held.id()).orElseThrow();
        events.publishEvent(new DecisionIntended(sending));
        return Optional.of(sending);
    }

    @Transactional
    public void stop(Decision held, Failure why) {
        if (moves.settle(held.id(), StateTransition.STOP, clock.instant(), why.requestId(), why, null)) {
            invitations.release(held.reviewed().id(), held.id());
            events.publishEvent(new DecisionStopped(decisions.find(held.id()).orElseThrow()));
        }
    }

    @Transactional
    public Withdrawal withdraw(Decision held, String by) {
        Invitation invitation = invitations.findAndHold(held.reviewed().id()).orElseThrow();
        ReviewerContext standing = teamwork.standing(invitation, by);
        if (!people.findAndHold(by)
                .filter(person -> may(person, standing, held))
                .isPresent()) {
            return Withdrawal.NOT_THEIRS;
        }
        if (!moves.withdraw(held.id(), by, clock.instant())) {
            return Withdrawal.TOO_LATE;
        }
        invitations.release(held.reviewed().id(), held.id());
        events.publishEvent(new DecisionWithdrawn(
                decisions.find(held.id()).orElseThrow(), by, by.equals(held.person()) ? null : standing.inPlaceOf()));
        return Withdrawal.DONE;
    }

    static boolean may(Person person, ReviewerContext standing, Decision held) {
        boolean theirs = person.name().equals(held.person())
                || person.name().equals(held.approval().proposedBy());
        // an admin takes back what they decided alone, and nothing else
        return theirs && held.approval().breakGlass() || person.mayDecide() && (theirs || standing.leads());
    }
}
