package io.countersign.decision;

import io.countersign.identity.Admins;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.QueueFilter;
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
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/** Lets an admin accept an invitation without the second approval that the rules require. */
@Controller
@Admins
class BreakGlassController {

    private final Invitations invitations;
    private final BreakGlassPageAssembler pages;
    private final DecisionFormHandler handler;

    BreakGlassController(Invitations invitations, BreakGlassPageAssembler pages, DecisionFormHandler handler) {
        this.invitations = invitations;
        this.pages = pages;
        this.handler = handler;
    }

    @GetMapping("/invitations/{id}/break-glass")
    String form(@PathVariable String id, @RequestParam Map<String, String> parameters, Principal person, Model model) {
        model.addAttribute("answer", AnswerForm.EMPTY);
        model.addAttribute("page", pages.assemble(find(id), QueueFilter.of(parameters), person.getName()));
        return "decision/break-glass";
    }

    @PostMapping("/invitations/{id}/break-glass")
    String decide(
            @PathVariable String id,
            @ModelAttribute("answer") AnswerForm answer,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            ServletWebRequest web) {
        Invitation invitation = find(id);
        QueueFilter filter = QueueFilter.of(parameters);
        answer.checkLong(errors);
        answer.checkShown(errors);
        return handler.submit(
                () -> DecideCommand.alone(
                        invitation.id(),
                        answer.reason(),
                        person.getName(),
                        answer.shown().orElseThrow()),
                errors,
                new DecisionFormHandler.FormPage(BreakGlassPage.path(invitation.id()), filter, rejection -> {
                    model.addAttribute("page", pages.assemble(find(id), filter, person.getName()));
                    model.addAttribute("rejection", rejection);
                    return "decision/break-glass";
                }),
                web);
    }

    private Invitation find(String id) {
        return invitations
                .find(ReviewController.invitationId(id))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No invitation with the ID " + id + " was found."));
    }
}
