package io.countersign.decision.web;

import io.countersign.connection.InvitationId;
import io.countersign.decision.reason.OfferedReasons;
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

/** Inserts a reason template, or the last reason of the user, into the form of a decision, for browsers without script. It decides nothing. */
@Controller
class DraftController {

    private final ReviewPageAssembler pages;
    private final OfferedReasons offered;

    DraftController(ReviewPageAssembler pages, OfferedReasons offered) {
        this.pages = pages;
        this.offered = offered;
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
        DecisionForm form = typed.adding(offered.chosen(template, last, person.getName()));
        pages.show(model, id, QueueFilter.of(parameters), person.getName(), form);
        return ReviewPageAssembler.VIEW;
    }
}
