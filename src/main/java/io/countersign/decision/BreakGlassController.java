package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.InvitationId;
import io.countersign.identity.Admins;
import io.countersign.invitation.Fingerprint;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationPages;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.QueueFilter;
import io.countersign.team.ReviewerAccess;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** An admin accepts alone what takes two people, and everybody sees whom they passed over. */
@Controller
@Admins
class BreakGlassController {

    private final Invitations invitations;
    private final InvitationPages pages;
    private final SkippedApprovers passedOver;
    private final DecisionIntentService intents;
    private final ApprovalRules rules;
    private final MarkedAttempts attempts;
    private final RejectionPageModel refusedPage;
    private final ReviewerAccess teamwork;

    BreakGlassController(
            Invitations invitations,
            InvitationPages pages,
            SkippedApprovers passedOver,
            DecisionIntentService intents,
            ApprovalRules rules,
            MarkedAttempts attempts,
            RejectionPageModel refusedPage,
            ReviewerAccess teamwork) {
        this.invitations = invitations;
        this.pages = pages;
        this.passedOver = passedOver;
        this.intents = intents;
        this.rules = rules;
        this.attempts = attempts;
        this.refusedPage = refusedPage;
        this.teamwork = teamwork;
    }

    @GetMapping("/invitations/{id}/break-glass")
    String form(@PathVariable String id, @RequestParam Map<String, String> parameters, Principal person, Model model) {
        model.addAttribute("answer", AnswerForm.EMPTY);
        return page(find(id), QueueFilter.of(parameters), person.getName(), model);
    }

    @PostMapping("/invitations/{id}/break-glass")
    String decide(
            @PathVariable String id,
            @ModelAttribute("answer") AnswerForm answer,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Invitation invitation = find(id);
        QueueFilter filter = QueueFilter.of(parameters);
        answer.checkLong(errors);
        answer.checkShown(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(invitation, filter, person.getName(), model);
        }
        DecideCommand wish = DecideCommand.alone(
                invitation.id(),
                answer.reason(),
                person.getName(),
                answer.shown().orElseThrow());
        DecisionResult attempt = attempts.confirm(wish, request);
        if (attempt instanceof DecisionResult.Made made) {
            return "redirect:" + filter.link("/decisions/" + made.decision());
        }
        String here = filter.link("/invitations/" + invitation.id() + "/break-glass");
        refusedPage.tell((DecisionResult.Refused) attempt, filter, here, model, response);
        return page(find(id), filter, person.getName(), model);
    }

    private String page(Invitation invitation, QueueFilter asked, String person, Model model) {
        QueueFilter filter = asked.in(teamwork.scope(person));
        Fingerprint shown = Fingerprint.of(invitation.listed());
        DecisionRequest alone = new DecisionRequest(person, Action.ACCEPT, shown, null, true, false);
        model.addAttribute("item", pages.view(invitation.id(), filter).orElseThrow());
        model.addAttribute("needs", rules.needs(invitation).name());
        model.addAttribute("verdict", intents.judge(invitation, alone).name());
        model.addAttribute("passedOver", passedOver.by(person, invitation));
        model.addAttribute("fingerprint", shown.value());
        model.addAttribute("postHref", filter.link("/invitations/" + invitation.id() + "/break-glass"));
        return "decision/break-glass";
    }

    private Invitation find(String id) {
        InvitationId invitation = ReviewController.invitationId(id);
        return invitations
                .find(invitation)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No invitation with the id " + id + " was ever seen here."));
    }
}
