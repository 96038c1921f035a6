package io.countersign.decision;

import io.countersign.connection.Connections;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.invitation.Invitation;
import io.countersign.policy.DecisionFacts;
import io.countersign.team.ReviewerAccess;
import io.countersign.team.ReviewerContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the rule about deciding looks at. */
@Component
class DecisionFactsLoader {

    private final DecisionRepository decisions;
    private final ApprovalContextLoader approval;
    private final People people;
    private final Connections connections;
    private final ReviewerAccess teamwork;

    DecisionFactsLoader(
            DecisionRepository decisions,
            ApprovalContextLoader approval,
            People people,
            Connections connections,
            ReviewerAccess teamwork) {
        this.decisions = decisions;
        this.approval = approval;
        this.people = people;
        this.connections = connections;
        this.teamwork = teamwork;
    }

    /** As things stand, for a person who has not chosen yet; they may be different a moment later. */
    DecisionFacts now(Invitation invitation, String person) {
        return now(invitation, DecisionRequest.nothing(person));
    }

    /** As things stand; they may be different a moment later. */
    DecisionFacts now(Invitation invitation, DecideCommand wish) {
        return now(invitation, DecisionRequest.of(wish));
    }

    DecisionFacts now(Invitation invitation, DecisionRequest wanted) {
        Map<String, Optional<Person>> known = new HashMap<>();
        return facts(invitation, wanted, name -> known.computeIfAbsent(name, people::find));
    }

    /** Of an invitation that the transaction holds; it holds the people from now on. */
    DecisionFacts held(Invitation invitation, DecideCommand wish) {
        return held(invitation, DecisionRequest.of(wish));
    }

    /** Of a decision that was made already and waits to be sent. */
    DecisionFacts held(Invitation invitation, Decision waiting) {
        return held(invitation, DecisionRequest.of(waiting));
    }

    private DecisionFacts held(Invitation invitation, DecisionRequest wanted) {
        // in one order, so that no two transactions wait for each other
        TreeSet<String> names = new TreeSet<>();
        names.add(wanted.person());
        approval.proposer(wanted).ifPresent(names::add);
        Map<String, Optional<Person>> known = new HashMap<>();
        names.forEach(name -> known.put(name, people.findAndHold(name)));
        return facts(invitation, wanted, name -> known.getOrDefault(name, Optional.empty()));
    }

    private DecisionFacts facts(
            Invitation invitation, DecisionRequest wanted, Function<String, Optional<Person>> known) {
        ReviewerContext standing = teamwork.standing(invitation, wanted.person());
        return new DecisionFacts(
                invitation,
                known.apply(wanted.person())
                        .filter(person -> wanted.breakGlass() ? mayBreakGlass(person) : person.mayDecide())
                        .isPresent(),
                connections.contains(invitation.source()),
                standing,
                unclearSince(invitation),
                wanted.shown(),
                approval.of(invitation, wanted, standing, known));
    }

    static boolean mayBreakGlass(Person person) {
        return person.enabled() && person.roles().contains(Role.ADMIN);
    }

    private @Nullable Instant unclearSince(Invitation invitation) {
        return Optional.ofNullable(invitation.openDecision())
                .filter(open -> invitation.unclear())
                .flatMap(decisions::find)
                .map(Decision::answeredAt)
                .orElse(null);
    }
}
