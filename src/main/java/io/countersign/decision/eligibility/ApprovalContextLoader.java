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

/** Loads the approvals that a decision needs and the users who take part in it. */
@Component
public class ApprovalContextLoader {

    private final ProposalRepository proposals;
    private final ApprovalRules rules;
    private final ReviewerAccess access;
    private final CountingAsOne asOne;

    ApprovalContextLoader(
            ProposalRepository proposals, ApprovalRules rules, ReviewerAccess access, CountingAsOne asOne) {
        this.proposals = proposals;
        this.rules = rules;
        this.access = access;
        this.asOne = asOne;
    }

    Optional<String> proposer(DecisionRequest request) {
        return proposal(request).map(Proposal::person);
    }

    ApprovalContext of(
            Invitation invitation,
            DecisionRequest request,
            ReviewerContext context,
            Function<String, Optional<Person>> known) {
        return new ApprovalContext(
                rules.needs(invitation),
                request.action(),
                actor(request.person(), context.standsInFor(), known),
                context.leads(),
                proposal(request)
                        .map(proposal -> pendingProposal(invitation, proposal, request, known))
                        .orElse(null),
                request.breakGlass(),
                request.leaving());
    }

    /** The lead in whose place the user acts; null if the user acts for themselves. */
    public static @Nullable String inPlaceOf(ReviewerContext context) {
        return context.inPlaceOf();
    }

    private Optional<Proposal> proposal(DecisionRequest request) {
        return Optional.ofNullable(request.proposal()).flatMap(proposals::find);
    }

    private PendingProposal pendingProposal(
            Invitation invitation,
            Proposal proposal,
            DecisionRequest request,
            Function<String, Optional<Person>> known) {
        boolean open = request.made() ? proposal.state() == ProposalState.CONFIRMED : proposal.open();
        ReviewerContext context = access.context(invitation, proposal.person());
        boolean entitled =
                known.apply(proposal.person()).filter(Person::mayDecide).isPresent() && context.decides();
        // the delegators at the time of the proposal, and those of now
        Set<String> standsInFor = new HashSet<>(context.standsInFor());
        if (proposal.inPlaceOf() != null) {
            standsInFor.add(proposal.inPlaceOf());
        }
        return new PendingProposal(actor(proposal.person(), standsInFor, known), open, entitled, proposal.shown());
    }

    private Actor actor(String person, Set<String> standsInFor, Function<String, Optional<Person>> known) {
        boolean serviceAccount = known.apply(person)
                .filter(ApprovalContextLoader::isServiceAccount)
                .isPresent();
        return new Actor(person, standsInFor, asOne.to(person), serviceAccount);
    }

    /** A service account never counts as an approver, even with other roles. */
    static boolean isServiceAccount(Person person) {
        return person.roles().contains(Role.SERVICE);
    }
}
