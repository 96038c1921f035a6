package io.countersign.decision;

import io.countersign.identity.FreshSignIn;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Verdict;
import io.countersign.team.ReviewerAccess;
import io.countersign.team.ReviewerContext;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes what takes two people, and ends a proposal in the ways that send nothing. */
@Component
class ProposalService {

    private final ProposalRepository proposals;
    private final ProposalCloser ends;
    private final Invitations invitations;
    private final DecisionFactsLoader facts;
    private final People people;
    private final ReviewerAccess teamwork;
    private final FreshSignIn signIn;
    private final InstantSource clock;

    ProposalService(
            ProposalRepository proposals,
            ProposalCloser ends,
            Invitations invitations,
            DecisionFactsLoader facts,
            People people,
            ReviewerAccess teamwork,
            FreshSignIn signIn,
            InstantSource clock) {
        this.proposals = proposals;
        this.ends = ends;
        this.invitations = invitations;
        this.facts = facts;
        this.people = people;
        this.teamwork = teamwork;
        this.signIn = signIn;
        this.clock = clock;
    }

    /** @param verdict what keeps it from being proposed; ALLOWED where it turns out that one person is enough */
    record Outcome(Verdict verdict, @Nullable Proposal proposal) {}

    enum Ending {
        DONE,
        /** It ended in another way before. */
        TOO_LATE,
        /** It is not for this person. */
        NOT_THEIRS
    }

    /** Everything is read again here, and held until the proposal is committed. */
    @Transactional
    public Outcome propose(DecideCommand wish) {
        if (!signIn.fresh()) {
            return new Outcome(Verdict.NOT_FRESH, null);
        }
        Invitation invitation = invitations.findAndHold(wish.invitation()).orElseThrow();
        Verdict verdict = DecisionRule.judge(facts.held(invitation, wish));
        if (!verdict.needsAnother()) {
            return new Outcome(verdict, null);
        }
        if (proposals.openFor(wish.invitation()).isPresent()) {
            return new Outcome(Verdict.PROPOSED, null);
        }
        ReviewerContext standing = teamwork.standing(invitation, wish.person());
        Proposal made = proposals.add(wish, ApprovalContextLoader.inPlaceOf(standing), clock.instant());
        ends.tell(made, invitation);
        return new Outcome(verdict, made);
    }

    /** Whoever decides the invitation may, but for the one who proposed; no claim keeps anybody from a denial. */
    @Transactional
    public Ending sendBack(Proposal proposal, Reason because, String by) {
        Invitation invitation = invitations.findAndHold(proposal.invitation()).orElseThrow();
        ReviewerContext standing = teamwork.standing(invitation, by);
        boolean may = people.findAndHold(by).filter(Person::mayDecide).isPresent()
                && standing.decides()
                && !by.equals(proposal.person());
        if (!may) {
            return Ending.NOT_THEIRS;
        }
        return ending(ends.end(
                proposal,
                invitation,
                ProposalState.SENT_BACK,
                new Proposal.Answer(by, ApprovalContextLoader.inPlaceOf(standing), because.text(), clock.instant())));
    }

    @Transactional
    public Ending withdraw(Proposal proposal, String by) {
        Invitation invitation = invitations.findAndHold(proposal.invitation()).orElseThrow();
        if (!by.equals(proposal.person())) {
            return Ending.NOT_THEIRS;
        }
        return ending(ends.end(
                proposal, invitation, ProposalState.WITHDRAWN, new Proposal.Answer(by, null, null, clock.instant())));
    }

    private static Ending ending(boolean won) {
        return won ? Ending.DONE : Ending.TOO_LATE;
    }
}
