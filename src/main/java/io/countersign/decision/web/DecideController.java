package io.countersign.decision.web;

import io.countersign.connection.InvitationId;
import io.countersign.identity.CanDecide;
import io.countersign.invitation.queue.QueueFilter;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** Accepts the form on the page of an invitation: a decision, or a proposal if a second approval is required. */
@Controller
class DecideController {

    private final ReviewPageAssembler pages;
    private final DecisionFormHandler handler;

    DecideController(ReviewPageAssembler pages, DecisionFormHandler handler) {
        this.pages = pages;
        this.handler = handler;
    }

    @CanDecide
    @PostMapping("/invitations/{id}/decisions")
    String decide(
            @PathVariable InvitationId id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            ServletWebRequest web) {
        // 404 and 403 come before the errors of the form
        pages.admit(id, person.getName());
        form.check(errors, false);
        return handler.submit(
                () -> form.command(id, person.getName()),
                errors,
                pages.formPage(model, id, QueueFilter.of(parameters), person.getName(), form),
                web);
    }
}
