package io.countersign.decision.web;

import io.countersign.connection.InvitationId;
import io.countersign.decision.Decision;
import io.countersign.decision.Proposal;
import io.countersign.decision.execution.WithdrawalService;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ReviewerAccess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the notice about the previous decision on the page of the next invitation, by its state now. */
@Component
class DecisionNotices {

    private final DecisionRepository decisions;
    private final ProposalRepository proposals;
    private final InvitationRepository invitations;
    private final InvitationPageAssembler pages;
    private final ReviewerAccess access;
    private final WithdrawalService withdrawals;

    DecisionNotices(
            DecisionRepository decisions,
            ProposalRepository proposals,
            InvitationRepository invitations,
            InvitationPageAssembler pages,
            ReviewerAccess access,
            WithdrawalService withdrawals) {
        this.decisions = decisions;
        this.proposals = proposals;
        this.invitations = invitations;
        this.pages = pages;
        this.access = access;
        this.withdrawals = withdrawals;
    }

    /**
     * The result of the previous decision or proposal.
     *
     * @param decision null for a proposal
     * @param href the page of the decision, or of the invitation that waits for a second approval
     * @param undoHref the link to withdraw the decision; null if it is not on hold or the reader cannot
     */
    record Notice(
            @Nullable DecisionView decision,
            @Nullable String name,
            String accountName,
            String href,
            @Nullable String undoHref) {}

    /** Empty for an unknown decision, and for one that the reader may not see. */
    Optional<Notice> decided(long id, QueueFilter filter, String person) {
        return decisions.find(id).flatMap(decision -> invitation(decision, person)
                .map(invitation -> notice(decision, invitation, filter, person)));
    }

    private Optional<Invitation> invitation(Decision decision, String person) {
        return invitations.find(decision.reviewed().id()).filter(found -> access.context(found, person)
                .sees());
    }

    private Notice notice(Decision decision, Invitation invitation, QueueFilter filter, String person) {
        DecisionView view = DecisionView.of(decision, filter);
        ReviewerContext context = access.context(invitation, person);
        return new Notice(
                view,
                view.invitation().name(),
                accountName(invitation, filter),
                view.href(),
                withdrawals.canWithdraw(decision, context)
                        ? filter.link("/decisions/" + decision.id() + "/withdrawal")
                        : null);
    }

    /**
     * Empty for an unknown proposal, for one that is answered, for one that the reader may not see, and on the page of its
     * own invitation, which has a banner.
     */
    Optional<Notice> proposed(long id, InvitationId shown, QueueFilter filter, String person) {
        return proposals
                .find(id)
                .filter(Proposal::open)
                .filter(open -> !open.invitation().equals(shown))
                .flatMap(proposal -> invitations
                        .find(proposal.invitation())
                        .filter(found -> access.context(found, person).sees())
                        .map(found -> new Notice(
                                null,
                                found.listed().resourceName(),
                                accountName(found, filter),
                                filter.link("/invitations/" + found.id()),
                                null)));
    }

    private String accountName(Invitation invitation, QueueFilter filter) {
        return pages.view(invitation, filter).recipient().accountName();
    }
}
