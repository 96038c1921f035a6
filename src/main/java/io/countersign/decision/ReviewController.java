package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Readers;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.QueueFilter;
import java.security.Principal;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows an invitation to those who read and those who decide. */
@Controller
class ReviewController {

    private final ReviewPage page;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;

    ReviewController(ReviewPage page, Invitations invitations, ApplicationEventPublisher events) {
        this.page = page;
        this.invitations = invitations;
        this.events = events;
    }

    /** The parameter {@code decide} opens the form with that choice made: it never decides. */
    @Readers
    @GetMapping("/invitations/{id}")
    String review(
            @PathVariable String id, @RequestParam Map<String, String> parameters, Principal person, Model model) {
        InvitationId invitation = invitationId(id);
        page.fill(model, invitation, QueueFilter.of(parameters), person.getName());
        invitations
                .find(invitation)
                .ifPresent(shown ->
                        events.publishEvent(new InvitationViewed(shown.source(), shown.listed(), person.getName())));
        model.addAttribute("form", DecisionForm.choosing(parameters.get("decide")));
        return "decision/review";
    }

    static InvitationId invitationId(String typed) {
        try {
            return new InvitationId(typed);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "id: " + e.getMessage());
        }
    }
}
