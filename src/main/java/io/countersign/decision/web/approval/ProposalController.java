package io.countersign.decision.web.approval;

import io.countersign.decision.Proposal;
import io.countersign.decision.Reason;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.decision.proposal.ProposalService;
import io.countersign.decision.web.DecisionForm;
import io.countersign.decision.web.DecisionFormHandler;
import io.countersign.decision.web.ReviewPageAssembler;
import io.countersign.identity.CanDecide;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.site.FlashMessages;
import io.countersign.team.access.ReviewerAccess;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers a proposal: another user confirms it, returns it or rejects the invitation, or the proposer withdraws it. */
@Controller
@CanDecide
class ProposalController {

    private final ProposalRepository proposals;
    private final ProposalService service;
    private final DecisionFormHandler handler;
    private final InvitationRepository invitationRepository;
    private final ReviewerAccess access;
    private final ReviewPageAssembler pages;
    private final FlashMessages flashMessages;

    ProposalController(
            ProposalRepository proposals,
            ProposalService service,
            DecisionFormHandler handler,
            InvitationRepository invitationRepository,
            ReviewerAccess access,
            ReviewPageAssembler pages,
            FlashMessages flashMessages) {
        this.proposals = proposals;
        this.service = service;
        this.handler = handler;
        this.invitationRepository = invitationRepository;
        this.access = access;
        this.pages = pages;
        this.flashMessages = flashMessages;
    }

    @PostMapping("/proposals/{id}/answer")
    String answer(
            @PathVariable long id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            RedirectAttributes flash,
            ServletWebRequest web) {
        Proposal proposal = find(id, person);
        QueueFilter filter = QueueFilter.of(parameters);
        form.check(errors, true);
        if (!errors.hasErrors() && form.returnsProposal()) {
            ProposalService.Ending ending = service.sendBack(proposal, new Reason(form.reason()), person.getName());
            return ended(ending, "proposal.sent-back", proposal, filter, flash);
        }
        return handler.submit(
                () -> form.answer(proposal, person.getName()),
                errors,
                pages.formPage(model, proposal.invitation(), filter, person.getName(), form),
                web);
    }

    @PostMapping("/proposals/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        Proposal proposal = find(id, person);
        return ended(
                service.withdraw(proposal, person.getName()),
                "proposal.withdrawn",
                proposal,
                QueueFilter.of(parameters),
                flash);
    }

    private String ended(
            ProposalService.Ending ending,
            String done,
            Proposal proposal,
            QueueFilter filter,
            RedirectAttributes flash) {
        if (ending == ProposalService.Ending.NOT_PERMITTED) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "proposal.not-allowed");
        }
        if (ending == ProposalService.Ending.DONE) {
            flashMessages.ok(flash, done);
        } else {
            flashMessages.warn(flash, "proposal.too-late");
        }
        return "redirect:" + filter.link("/invitations/" + proposal.invitation());
    }

    /** Answers 404 for an unknown proposal, and 403 for one of another team. */
    private Proposal find(long id, Principal person) {
        Proposal proposal = proposals
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Proposal " + id + " does not exist."));
        access.admit(invitationRepository.find(proposal.invitation()).orElseThrow(), person.getName());
        return proposal;
    }
}
