package io.countersign.decision.eligibility;

import io.countersign.connection.Connections;
import io.countersign.decision.Decision;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.invitation.Invitation;
import io.countersign.policy.DecisionFacts;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ReviewerAccess;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads the facts that {@link io.countersign.policy.DecisionRule} judges. */
@Component
public class DecisionFactsLoader {

    private final DecisionRepository decisions;
    private final ApprovalContextLoader approval;
    private final PersonRepository personRepository;
    private final Connections connections;
    private final ReviewerAccess access;

    DecisionFactsLoader(
            DecisionRepository decisions,
            ApprovalContextLoader approval,
            PersonRepository personRepository,
            Connections connections,
            ReviewerAccess access) {
        this.decisions = decisions;
        this.approval = approval;
        this.personRepository = personRepository;
        this.connections = connections;
        this.access = access;
    }

    /** Loads the facts without locks, so they can change at any moment. */
    DecisionFacts current(Invitation invitation, DecisionRequest request) {
        Map<String, Optional<Person>> known = new HashMap<>();
        return facts(invitation, request, name -> known.computeIfAbsent(name, personRepository::find));
    }

    /** Locks the users until the transaction ends; the caller has locked the invitation. */
    public DecisionFacts locked(Invitation invitation, DecisionRequest request) {
        // always in the same order, to avoid a deadlock
        TreeSet<String> names = new TreeSet<>();
        names.add(request.person());
        approval.proposer(request).ifPresent(names::add);
        Map<String, Optional<Person>> known = new HashMap<>();
        names.forEach(name -> known.put(name, personRepository.findAndHold(name)));
        return facts(invitation, request, name -> known.getOrDefault(name, Optional.empty()));
    }

    private DecisionFacts facts(
            Invitation invitation, DecisionRequest request, Function<String, Optional<Person>> known) {
        ReviewerContext context = access.context(invitation, request.person());
        return new DecisionFacts(
                invitation,
                known.apply(request.person())
                        .filter(person -> request.breakGlass() ? mayBreakGlass(person) : person.mayDecide())
                        .isPresent(),
                connections.contains(invitation.source()),
                context,
                unclearSince(invitation),
                request.shown(),
                approval.of(invitation, request, context, known));
    }

    public static boolean mayBreakGlass(Person person) {
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
