package io.countersign.decision;

import io.countersign.connection.Connections;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.invitation.Fingerprint;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Teamwork;
import io.countersign.policy.DecisionFacts;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the rule about deciding looks at. */
@Component
class DecidingFacts {

    private final Decisions decisions;
    private final People people;
    private final Connections connections;
    private final Teamwork teamwork;

    DecidingFacts(Decisions decisions, People people, Connections connections, Teamwork teamwork) {
        this.decisions = decisions;
        this.people = people;
        this.connections = connections;
        this.teamwork = teamwork;
    }

    /** As things stand; they may be different a moment later. */
    DecisionFacts now(Invitation invitation, String person, @Nullable Fingerprint shown) {
        return facts(invitation, people.find(person), person, shown);
    }

    /** Of an invitation that the transaction holds; it holds the person from now on. */
    DecisionFacts held(Invitation invitation, String person, Fingerprint shown) {
        return facts(invitation, people.findAndHold(person), person, shown);
    }

    private DecisionFacts facts(
            Invitation invitation, Optional<Person> known, String person, @Nullable Fingerprint shown) {
        return new DecisionFacts(
                invitation,
                known.filter(Person::mayDecide).isPresent(),
                connections.contains(invitation.source()),
                teamwork.standing(invitation, person),
                unclearSince(invitation),
                shown);
    }

    private @Nullable Instant unclearSince(Invitation invitation) {
        return Optional.ofNullable(invitation.openDecision())
                .filter(open -> invitation.unclear())
                .flatMap(decisions::find)
                .map(Decision::answeredAt)
                .orElse(null);
    }
}
