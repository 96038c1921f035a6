package io.countersign.decision.web;

import io.countersign.connection.InvitationId;
import io.countersign.decision.web.owner.OwnerPanelAssembler;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.invitation.view.InvitationView;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ReviewerAccess;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Assembles the page of one invitation. */
@Component
public class ReviewPageAssembler {

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
     * @return the name of the view
     */
    String show(Model model, InvitationId id, QueueFilter requested, String person, DecisionForm form) {
        Invitation invitation = invitationRepository.require(id);
        ReviewerContext context = access.admit(invitation, person);
        QueueFilter filter = access.restrict(requested, person);
        model.addAttribute("page", assemble(invitation, context, filter, form));
        model.addAttribute("form", form);
        return "decision/review";
    }

    /** The page after a form on it was rejected. */
    public DecisionFormHandler.FormPage formPage(
            Model model, InvitationId id, QueueFilter filter, String person, DecisionForm form) {
        return new DecisionFormHandler.FormPage(filter, rejection -> {
            model.addAttribute("rejection", rejection);
            return show(model, id, filter, person, form);
        });
    }

    private ReviewPage assemble(Invitation invitation, ReviewerContext context, QueueFilter filter, DecisionForm form) {
        InvitationView item = pages.view(invitation, filter);
        ApprovalPanel approval = approvals.assemble(invitation, context, filter);
        return new ReviewPage(
                item,
                pages.place(invitation.id(), filter),
                GrantMessages.messageKey(item),
                details.consoleUrl(invitation.source()),
                form.shown().map(shown -> details.diff(invitation, shown)).orElse(null),
                owners.assemble(invitation, filter),
                approval,
                decisions.assemble(invitation, context.person(), approval, filter),
                access.panel(invitation, context, filter),
                details.activity(invitation.id()));
    }
}
