package io.countersign.decision;

import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Standing;
import io.countersign.invitation.Teamwork;
import io.countersign.policy.Hand;
import io.countersign.policy.Hands;
import io.countersign.policy.Proposed;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers in whose hands a decision is. */
@Component
class HandsFacts {

    private final Proposals proposals;
    private final SecondPersonRules rules;
    private final Teamwork teamwork;

    HandsFacts(Proposals proposals, SecondPersonRules rules, Teamwork teamwork) {
        this.proposals = proposals;
        this.rules = rules;
        this.teamwork = teamwork;
    }

    Optional<String> proposer(Wanted wanted) {
        return proposal(wanted).map(Proposal::person);
    }

    Hands of(Invitation invitation, Wanted wanted, Standing standing, Function<String, Optional<Person>> known) {
        return new Hands(
                rules.needs(invitation),
                wanted.action(),
                hand(wanted.person(), standing.standsInFor(), known),
                standing.leads(),
                proposal(wanted)
                        .map(proposal -> proposed(invitation, proposal, wanted, known))
                        .orElse(null),
                wanted.breakGlass());
    }

    /** The lead in whose place the person leads; null where they act for themselves. */
    static @Nullable String inPlaceOf(Standing standing) {
        return standing.inPlaceOf();
    }

    private Optional<Proposal> proposal(Wanted wanted) {
        return Optional.ofNullable(wanted.proposal()).flatMap(proposals::find);
    }

    private Proposed proposed(
            Invitation invitation, Proposal proposal, Wanted wanted, Function<String, Optional<Person>> known) {
        boolean waits = wanted.made() ? proposal.state() == ProposalState.CONFIRMED : proposal.open();
        Standing standing = teamwork.standing(invitation, proposal.person());
        boolean entitled =
                known.apply(proposal.person()).filter(Person::mayDecide).isPresent() && standing.decides();
        // whom they stood in for then, and now
        Set<String> standsInFor = new HashSet<>(standing.standsInFor());
        if (proposal.inPlaceOf() != null) {
            standsInFor.add(proposal.inPlaceOf());
        }
        return new Proposed(hand(proposal.person(), standsInFor, known), waits, entitled, proposal.shown());
    }

    private static Hand hand(String person, Set<String> standsInFor, Function<String, Optional<Person>> known) {
        boolean machine = known.apply(person).filter(HandsFacts::isMachine).isPresent();
        return new Hand(person, standsInFor, machine);
    }

    /** A name with which a program signs in is no person, whatever other roles it was given. */
    static boolean isMachine(Person person) {
        return person.roles().contains(Role.METRICS);
    }
}
