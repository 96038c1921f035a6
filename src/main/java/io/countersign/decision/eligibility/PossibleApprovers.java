package io.countersign.decision.eligibility;

import io.countersign.decision.Proposal;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.identity.Person;
import io.countersign.identity.UserDirectory;
import io.countersign.invitation.Invitation;
import io.countersign.policy.Actor;
import io.countersign.policy.RequiredApprovals;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ReviewerAccess;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The users who can confirm an accept, in alphabetical order. While a proposal is open, its proposer is none of them, and
 * neither are users who could act for the same person.
 */
@Component
public class PossibleApprovers {

    /** Each name takes a few statements. */
    public static final int SOME = 5;

    private final UserDirectory userDirectory;
    private final ReviewerAccess access;
    private final ApprovalRules rules;
    private final ProposalRepository proposals;
    private final DecisionFactsLoader facts;
    private final CountingAsOne asOne;

    PossibleApprovers(
            UserDirectory userDirectory,
            ReviewerAccess access,
            ApprovalRules rules,
            ProposalRepository proposals,
            DecisionFactsLoader facts,
            CountingAsOne asOne) {
        this.userDirectory = userDirectory;
        this.access = access;
        this.rules = rules;
        this.proposals = proposals;
        this.facts = facts;
        this.asOne = asOne;
    }

    /** The names of all of them, except the given user. */
    public List<String> all(String except, Invitation invitation) {
        return names(except, proposals.openFor(invitation.id()).orElse(null), invitation)
                .toList();
    }

    /** The first names of those who can confirm an open proposal, except the given user. */
    public List<String> some(String except, Proposal open, Invitation invitation) {
        return names(except, open, invitation).limit(SOME).toList();
    }

    /** Returns whether another user could confirm a proposal that the given user makes. */
    public boolean existFor(ReviewerContext proposer, Invitation invitation, RequiredApprovals needs) {
        return able(proposer.person(), invitation, needs)
                .anyMatch(other -> !actor(other).same(actor(proposer)));
    }

    private Actor actor(ReviewerContext context) {
        return new Actor(context.person(), context.standsInFor(), asOne.to(context.person()), false);
    }

    private Stream<String> names(String except, @Nullable Proposal open, Invitation invitation) {
        return able(except, invitation, rules.needs(invitation))
                .map(ReviewerContext::person)
                .filter(name -> !proposed(open, invitation, name));
    }

    private Stream<ReviewerContext> able(String except, Invitation invitation, RequiredApprovals needs) {
        return userDirectory.deciders().stream()
                .filter(person -> !ApprovalContextLoader.isServiceAccount(person))
                .map(Person::name)
                .filter(name -> !name.equals(except))
                .map(name -> access.context(invitation, name))
                .filter(context -> couldConfirm(context, needs));
    }

    private static boolean couldConfirm(ReviewerContext context, RequiredApprovals needs) {
        return context.decides() && (needs != RequiredApprovals.LEAD || context.leads());
    }

    private boolean proposed(@Nullable Proposal open, Invitation invitation, String name) {
        return open != null
                && facts.current(invitation, DecisionRequest.confirming(open, name, open.shown()))
                        .approval()
                        .ownProposal();
    }
}
