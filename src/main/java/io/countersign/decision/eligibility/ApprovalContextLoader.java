package io.countersign.decision.eligibility;

import io.countersign.decision.Proposal;
import io.countersign.decision.ProposalState;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.invitation.Invitation;
import io.countersign.policy.Actor;
import io.countersign.policy.ApprovalContext;
import io.countersign.policy.PendingProposal;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ReviewerAccess;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers in whose hands a decision is. */
@Component
public class ApprovalContextLoader {

    private final ProposalRepository proposals;
    private final ApprovalRules rules;
    private final ReviewerAccess access;

    ApprovalContextLoader(ProposalRepository proposals, ApprovalRules rules, ReviewerAccess access) {
        this.proposals = proposals;
        this.rules = rules;
        this.access = access;
    }

    Optional<String> proposer(DecisionRequest wanted) {
        return proposal(wanted).map(Proposal::person);
    }

    ApprovalContext of(
            Invitation invitation,
            DecisionRequest wanted,
            ReviewerContext standing,
            Function<String, Optional<Person>> known) {
        return new ApprovalContext(
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
    public static @Nullable String inPlaceOf(ReviewerContext standing) {
        return standing.inPlaceOf();
    }

    private Optional<Proposal> proposal(DecisionRequest wanted) {
        return Optional.ofNullable(wanted.proposal()).flatMap(proposals::find);
    }

    private PendingProposal proposed(
            Invitation invitation,
            Proposal proposal,
            DecisionRequest wanted,
            Function<String, Optional<Person>> known) {
        boolean waits = wanted.made() ? proposal.state() == ProposalState.CONFIRMED : proposal.open();
        ReviewerContext standing = access.standing(invitation, proposal.person());
        boolean entitled =
                known.apply(proposal.person()).filter(Person::mayDecide).isPresent() && standing.decides();
        // whom they stood in for then, and now
        Set<String> standsInFor = new HashSet<>(standing.standsInFor());
        if (proposal.inPlaceOf() != null) {
            standsInFor.add(proposal.inPlaceOf());
        }
        return new PendingProposal(hand(proposal.person(), standsInFor, known), waits, entitled, proposal.shown());
    }

    private static Actor hand(String person, Set<String> standsInFor, Function<String, Optional<Person>> known) {
        boolean machine =
                known.apply(person).filter(ApprovalContextLoader::isMachine).isPresent();
        return new Actor(person, standsInFor, machine);
    }

    /** A service account never counts as an approver, whatever other roles it has. */
    static boolean isMachine(Person person) {
        return person.roles().contains(Role.SERVICE);
    }
}
