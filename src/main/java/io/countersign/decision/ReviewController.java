package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Readers;
import io.countersign.invitation.QueueFilter;
import java.security.Principal;
import java.util.Map;
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

    ReviewController(ReviewPage page) {
        this.page = page;
    }

    /** The parameter {@code decide} opens the form with that choice made: it never decides. */
    @Readers
    @GetMapping("/invitations/{id}")
    String review(
            @PathVariable String id, @RequestParam Map<String, String> parameters, Principal person, Model model) {
        page.fill(model, invitationId(id), QueueFilter.of(parameters), person.getName());
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
