package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Deciders;
import io.countersign.invitation.QueueFilter;
import io.countersign.policy.Verdict;
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

/** Takes a decision, and leads to its page. Whatever keeps it from being made, what was typed stays in the form. */
@Controller
class DecideController {

    private final ReviewPage page;
    private final Deciding deciding;

    DecideController(ReviewPage page, Deciding deciding) {
        this.page = page;
        this.deciding = deciding;
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
            HttpServletResponse response) {
        InvitationId invitation = ReviewController.invitationId(id);
        QueueFilter filter = QueueFilter.of(parameters);
        // 404 for an invitation never seen comes first
        page.fill(model, invitation, filter, person.getName());
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "decision/review";
        }
        Attempt attempt = deciding.decide(form.command(invitation, person.getName()));
        if (attempt instanceof Attempt.Made made) {
            return "redirect:" + filter.link("/decisions/" + made.decision());
        }
        Attempt.Refused refused = (Attempt.Refused) attempt;
        page.fill(model, invitation, filter, person.getName());
        model.addAttribute("refused", refused.why().name());
        if (refused.other() != null) {
            model.addAttribute("other", DecisionView.of(refused.other(), filter));
        }
        response.setStatus(status(refused.why()).value());
        return "decision/review";
    }

    private static HttpStatus status(Verdict why) {
        return why == Verdict.NOT_A_DECIDER || why == Verdict.NOT_YOURS ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    }
}
