package io.countersign.decision.web.approval;

import io.countersign.connection.InvitationId;
import io.countersign.decision.web.DecisionFormHandler;
import io.countersign.identity.CanAdminister;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** Lets an admin accept an invitation without the second approval that the rules require. */
@Controller
@CanAdminister
class BreakGlassController {

    private final InvitationRepository invitationRepository;
    private final BreakGlassPageAssembler pages;
    private final DecisionFormHandler handler;

    BreakGlassController(
            InvitationRepository invitationRepository, BreakGlassPageAssembler pages, DecisionFormHandler handler) {
        this.invitationRepository = invitationRepository;
        this.pages = pages;
        this.handler = handler;
    }

    @GetMapping("/invitations/{id}/break-glass")
    String form(
            @PathVariable InvitationId id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model) {
        model.addAttribute("answer", BreakGlassForm.EMPTY);
        model.addAttribute(
                "page", pages.assemble(invitationRepository.require(id), QueueFilter.of(parameters), person.getName()));
        return "decision/break-glass";
    }

    @PostMapping("/invitations/{id}/break-glass")
    String decide(
            @PathVariable InvitationId id,
            @Valid @ModelAttribute("answer") BreakGlassForm answer,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            ServletWebRequest web) {
        // 404 comes before the errors of the form
        invitationRepository.require(id);
        QueueFilter filter = QueueFilter.of(parameters);
        answer.checkShown(errors);
        return handler.submit(
                () -> answer.command(id, person.getName()),
                errors,
                new DecisionFormHandler.FormPage(filter, rejection -> {
                    model.addAttribute(
                            "page", pages.assemble(invitationRepository.require(id), filter, person.getName()));
                    model.addAttribute("rejection", rejection);
                    return "decision/break-glass";
                }),
                web);
    }
}
