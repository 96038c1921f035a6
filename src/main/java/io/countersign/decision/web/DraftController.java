package io.countersign.decision.web;

import io.countersign.connection.InvitationId;
import io.countersign.decision.ReasonTemplate;
import io.countersign.decision.persistence.ReviewRepository;
import io.countersign.decision.reason.ReasonTemplates;
import io.countersign.identity.CanDecide;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.team.access.ReviewerAccess;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Inserts a reason template, or the last reason of the user, into the form of a decision, for browsers without script. It decides nothing. */
@Controller
class DraftController {

    private final ReviewPageAssembler pages;
    private final ReasonTemplates templates;
    private final ReviewRepository reviews;
    private final ReviewerAccess access;

    DraftController(
            ReviewPageAssembler pages, ReasonTemplates templates, ReviewRepository reviews, ReviewerAccess access) {
        this.pages = pages;
        this.templates = templates;
        this.reviews = reviews;
        this.access = access;
    }

    /**
     * @param template the id of the template; null if none was chosen
     * @param last whether the last reason was chosen instead
     */
    @CanDecide
    @PostMapping("/invitations/{id}/drafts")
    String insert(
            @PathVariable InvitationId id,
            @ModelAttribute("typed") DecisionForm typed,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam(defaultValue = "false") boolean last,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model) {
        DecisionForm form = last ? typed.adding(lastReasonOf(person.getName())) : chosen(typed, template);
        pages.show(model, id, QueueFilter.of(parameters), person.getName(), form);
        return ReviewPageAssembler.VIEW;
    }

    private String lastReasonOf(String person) {
        return reviews.lastReason(person, access.scope(person)).orElse("");
    }

    private DecisionForm chosen(DecisionForm typed, @Nullable Long template) {
        return template == null ? typed : typed.adding(text(template));
    }

    /** Empty if the template was removed meanwhile. */
    private String text(long template) {
        return templates.find(template).map(ReasonTemplate::text).orElse("");
    }
}
