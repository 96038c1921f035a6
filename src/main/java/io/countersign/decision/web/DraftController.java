package io.countersign.decision.web;

import io.countersign.connection.InvitationId;
import io.countersign.decision.ReasonTemplate;
import io.countersign.decision.reason.ReasonTemplates;
import io.countersign.identity.CanDecide;
import io.countersign.invitation.queue.QueueFilter;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Inserts a reason template into the form of a decision, for browsers without script. It decides nothing. */
@Controller
class DraftController {

    private final ReviewPageAssembler pages;
    private final ReasonTemplates templates;

    DraftController(ReviewPageAssembler pages, ReasonTemplates templates) {
        this.pages = pages;
        this.templates = templates;
    }

    /** @param template the id of the template; null if none was chosen */
    @CanDecide
    @PostMapping("/invitations/{id}/drafts")
    String insert(
            @PathVariable InvitationId id,
            @ModelAttribute("typed") DecisionForm typed,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model) {
        DecisionForm form = template == null ? typed : typed.adding(text(template));
        return pages.show(model, id, QueueFilter.of(parameters), person.getName(), form);
    }

    /** Empty if the template was removed meanwhile. */
    private String text(long template) {
        return templates.find(template).map(ReasonTemplate::text).orElse("");
    }
}
