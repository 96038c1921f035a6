package io.countersign.decision;

import io.countersign.connection.Connections;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.Teamwork;
import io.countersign.policy.DecisionFacts;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first half of a decision: judged, reserved and recorded, before anything is sent. */
@Component
class Intents {

    private final Invitations invitations;
    private final Decisions decisions;
    private final People people;
    private final Connections connections;
    private final Teamwork teamwork;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Intents(
            Invitations invitations,
            Decisions decisions,
            People people,
            Connections connections,
            Teamwork teamwork,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.invitations = invitations;
        this.decisions = decisions;
        this.people = people;
        this.connections = connections;
        this.teamwork = teamwork;
        this.events = events;
        this.clock = clock;
    }

    /** An intent that is stored, or the reason why there is none. */
    record Outcome(Verdict verdict, @Nullable Decision decision) {}

    Verdict judge(Invitation invitation, String person) {
        return DecisionRule.judge(facts(invitation, person));
    }

    /** @throws Overtaken if somebody else reserved the invitation in between; nothing is stored then */
    @Transactional
    public Outcome intend(Decide wish) {
        Invitation invitation = invitations.find(wish.invitation()).orElseThrow();
        Verdict verdict = judge(invitation, wish.person());
        if (!verdict.allowed()) {
            events.publishEvent(new DecisionRefused(
                    invitation.source(),
                    invitation.listed(),
                    wish.action(),
                    wish.reason().text(),
                    wish.person(),
                    verdict.name()));
            return new Outcome(verdict, null);
        }
        Instant now = clock.instant();
        Decision decision = decisions.intend(wish, invitation, now);
        long replaces = Objects.requireNonNullElse(invitation.openDecision(), 0L);
        if (!invitations.open(wish.invitation(), decision.id(), replaces, now)) {
            throw new Overtaken();
        }
        events.publishEvent(new DecisionIntended(decision));
        return new Outcome(verdict, decision);
    }

    private DecisionFacts facts(Invitation invitation, String person) {
        return new DecisionFacts(
                invitation,
                people.find(person).filter(Person::mayDecide).isPresent(),
                connections.contains(invitation.source()),
                teamwork.standing(invitation, person),
                unclearSince(invitation));
    }

    private @Nullable Instant unclearSince(Invitation invitation) {
        return Optional.ofNullable(invitation.openDecision())
                .filter(open -> invitation.unclear())
                .flatMap(decisions::find)
                .map(Decision::answeredAt)
                .orElse(null);
    }

    /** Two people decided at the same moment, and the other one was first. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
