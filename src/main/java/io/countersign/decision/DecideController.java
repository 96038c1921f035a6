package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Deciders;
import io.countersign.invitation.QueueFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Takes a decision, and leads to its page; what takes two people becomes a proposal. Whatever keeps it from being made, what was typed stays in the form. */
@Controller
class DecideController {

    private final ReviewPage page;
    private final RejectionPageModel refusedPage;
    private final MarkedAttempts attempts;

    DecideController(ReviewPage page, RejectionPageModel refusedPage, MarkedAttempts attempts) {
        this.page = page;
        this.refusedPage = refusedPage;
        this.attempts = attempts;
    }

    @Deciders
    @PostMapping("/invitations/{id}/decisions")
    String decide(
            @PathVariable String id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        InvitationId invitation = ReviewController.invitationId(id);
        QueueFilter filter = QueueFilter.of(parameters);
        // 404 for an invitation never seen comes first
        page.admit(invitation, person.getName());
        form.check(errors);
        if (errors.hasErrors()) {
            page.fill(model, invitation, filter, person.getName(), form);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "decision/review";
        }
        DecisionResult attempt = attempts.choose(form.command(invitation, person.getName()), request);
        if (attempt instanceof DecisionResult.Made made) {
            return "redirect:" + filter.link("/decisions/" + made.decision());
        }
        if (attempt instanceof DecisionResult.Proposed) {
            return "redirect:" + filter.link("/invitations/" + invitation);
        }
        DecisionResult.Refused refused = (DecisionResult.Refused) attempt;
        return refusedPage.show(refused, invitation, filter, person.getName(), form, model, response);
    }
}
