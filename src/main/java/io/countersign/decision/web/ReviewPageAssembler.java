package io.countersign.decision.web;

import io.countersign.connection.InvitationId;
import io.countersign.decision.persistence.ReviewRepository;
import io.countersign.decision.web.owner.OwnerPanelAssembler;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueNeighborRepository.Neighbors;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.invitation.view.InvitationView;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.AssignmentPanel;
import io.countersign.team.access.ReviewerAccess;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Assembles the page of one invitation. */
@Component
public class ReviewPageAssembler {

    static final String VIEW = "decision/review";

    private final InvitationRepository invitationRepository;
    private final ReviewerAccess access;
    private final InvitationPageAssembler pages;
    private final OwnerPanelAssembler owners;
    private final ApprovalPanelAssembler approvals;
    private final DecisionPanelAssembler decisions;
    private final ReviewDetails details;

    ReviewPageAssembler(
            InvitationRepository invitationRepository,
            ReviewerAccess access,
            InvitationPageAssembler pages,
            OwnerPanelAssembler owners,
            ApprovalPanelAssembler approvals,
            DecisionPanelAssembler decisions,
            ReviewDetails details) {
        this.invitationRepository = invitationRepository;
        this.access = access;
        this.pages = pages;
        this.owners = owners;
        this.approvals = approvals;
        this.decisions = decisions;
        this.details = details;
    }

    /**
     * @throws ResponseStatusException 404 for an unknown invitation
     * @throws org.springframework.security.access.AccessDeniedException if it belongs to other teams
     */
    void admit(InvitationId id, String person) {
        access.admit(invitationRepository.require(id), person);
    }

    /**
     * Checks access as {@link #admit} does.
     *
     * @param form carries the fingerprint of what the user saw
     */
    ReviewPage show(Model model, InvitationId id, QueueFilter requested, String person, DecisionForm form) {
        QueueFilter filter = access.restrict(requested, person);
        Neighbors beside = pages.beside(id, filter);
        Invitation invitation = Optional.ofNullable(beside.here()).orElseThrow(() -> InvitationRepository.notFound(id));
        ReviewPage page = assemble(invitation, access.admit(invitation, person), beside, filter, form);
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        return page;
    }

    /** The page after a form on it was rejected. */
    public DecisionFormHandler.FormPage formPage(
            Model model, InvitationId id, QueueFilter filter, String person, DecisionForm form) {
        return new DecisionFormHandler.FormPage(filter, rejection -> {
            model.addAttribute("rejection", rejection);
            show(model, id, filter, person, form);
            return VIEW;
        });
    }

    private ReviewPage assemble(
            Invitation invitation, ReviewerContext context, Neighbors beside, QueueFilter filter, DecisionForm form) {
        String person = context.person();
        // first, because it reads all users who may decide
        AssignmentPanel assignment = access.panel(invitation, context, filter);
        InvitationView item = pages.view(invitation, filter);
        ReviewRepository.Facts facts = details.facts(invitation, person, filter.scope());
        ApprovalPanel approval = approvals.assemble(invitation, facts.open(), context, filter);
        return new ReviewPage(
                invitation,
                item,
                pages.place(beside, filter),
                GrantMessages.messageKey(item),
                details.consoleUrl(invitation.source()),
                form.shown().map(shown -> details.diff(invitation, shown)).orElse(null),
                owners.assemble(invitation, facts.past(), beside.related(), filter),
                approval,
                decisions.assemble(invitation, person, facts, approval, filter),
                assignment,
                details.activity(invitation.id()));
    }
}
