package io.countersign.decision;

import io.countersign.identity.Deciders;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.QueueFilter;
import io.countersign.team.ReviewerAccess;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers a proposal: another person confirms it or sends it back, or whoever made it takes it back. */
@Controller
@Deciders
class ProposalController {

    private final ProposalRepository proposals;
    private final ProposalService proposing;
    private final MarkedAttempts attempts;
    private final Invitations invitations;
    private final ReviewerAccess teamwork;
    private final ReviewPage page;
    private final RejectionPageModel refusedPage;
    private final MessageSourceAccessor messages;

    ProposalController(
            ProposalRepository proposals,
            ProposalService proposing,
            MarkedAttempts attempts,
            Invitations invitations,
            ReviewerAccess teamwork,
            ReviewPage page,
            RejectionPageModel refusedPage,
            MessageSource messages) {
        this.proposals = proposals;
        this.proposing = proposing;
        this.attempts = attempts;
        this.invitations = invitations;
        this.teamwork = teamwork;
        this.page = page;
        this.refusedPage = refusedPage;
        this.messages = new MessageSourceAccessor(messages, Locale.ENGLISH);
    }

    @PostMapping("/proposals/{id}/confirmation")
    String confirm(
            @PathVariable String id,
            @ModelAttribute("answer") AnswerForm answer,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proposal proposal = find(id, person);
        QueueFilter filter = QueueFilter.of(parameters);
        answer.check(errors);
        answer.checkShown(errors);
        if (errors.hasErrors()) {
            return again(proposal, filter, person, answer, model, response);
        }
        DecideCommand wish = DecideCommand.confirming(
                proposal, answer.reason(), person.getName(), answer.shown().orElseThrow());
        DecisionResult attempt = attempts.confirm(wish, request);
        if (attempt instanceof DecisionResult.Made made) {
            return "redirect:" + filter.link("/decisions/" + made.decision());
        }
        DecisionResult.Refused refused = (DecisionResult.Refused) attempt;
        DecisionForm form = form(answer, model);
        return refusedPage.show(refused, proposal.invitation(), filter, person.getName(), form, model, response);
    }

    @PostMapping("/proposals/{id}/return")
    String sendBack(
            @PathVariable String id,
            @ModelAttribute("answer") AnswerForm answer,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Proposal proposal = find(id, person);
        QueueFilter filter = QueueFilter.of(parameters);
        answer.check(errors);
        if (errors.hasErrors()) {
            return again(proposal, filter, person, answer, model, response);
        }
        return ended(
                proposing.sendBack(proposal, answer.reason(), person.getName()),
                "proposal.sent-back",
                proposal,
                filter,
                flash);
    }

    @PostMapping("/proposals/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        Proposal proposal = find(id, person);
        return ended(
                proposing.withdraw(proposal, person.getName()),
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
        if (ending == ProposalService.Ending.NOT_THEIRS) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "proposal.not-theirs");
        }
        boolean won = ending == ProposalService.Ending.DONE;
        flash.addFlashAttribute("flashKind", won ? "ok" : "warn");
        flash.addFlashAttribute("flash", messages.getMessage(won ? done : "proposal.too-late"));
        return "redirect:" + filter.link("/invitations/" + proposal.invitation());
    }

    private String again(
            Proposal proposal,
            QueueFilter filter,
            Principal person,
            AnswerForm answer,
            Model model,
            HttpServletResponse response) {
        page.fill(model, proposal.invitation(), filter, person.getName(), form(answer, model));
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return "decision/review";
    }

    private static DecisionForm form(AnswerForm answer, Model model) {
        DecisionForm form = new DecisionForm(null, null, answer.fingerprint());
        model.addAttribute("form", form);
        return form;
    }

    /** Answers 404 where there is none, and refuses what belongs to other teams. */
    private Proposal find(String id, Principal person) {
        Proposal proposal = proposals
                .find(DecisionController.number(id))
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no proposal " + id + "."));
        teamwork.admit(invitations.find(proposal.invitation()).orElseThrow(), person.getName());
        return proposal;
    }
}
