package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Readers;
import io.countersign.invitation.InvitationPages;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.QueueFilter;
import io.countersign.invitation.Teamwork;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The result of a decision: the same page every time, whatever the result is. */
@Controller
class DecisionController {

    private final Decisions decisions;
    private final Invitations invitations;
    private final InvitationPages pages;
    private final Teamwork teamwork;

    DecisionController(Decisions decisions, Invitations invitations, InvitationPages pages, Teamwork teamwork) {
        this.decisions = decisions;
        this.invitations = invitations;
        this.pages = pages;
        this.teamwork = teamwork;
    }

    @Readers
    @GetMapping("/decisions/{id}")
    String decision(
            @PathVariable String id, @RequestParam Map<String, String> parameters, Principal person, Model model) {
        Decision decision = decisions
                .find(number(id))
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no decision " + id + "."));
        InvitationId invitation = decision.reviewed().id();
        teamwork.admit(invitations.find(invitation).orElseThrow(), person.getName());
        QueueFilter filter = QueueFilter.of(parameters).in(teamwork.scope(person.getName()));
        model.addAttribute("decision", DecisionView.of(decision, filter));
        model.addAttribute("item", pages.view(invitation, filter).orElseThrow());
        model.addAttribute("place", pages.place(invitation, filter));
        return "decision/decision";
    }

    private static long number(String typed) {
        if (!typed.matches("[1-9][0-9]{0,17}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "id: a decision's id is a whole number from 1");
        }
        return Long.parseLong(typed);
    }
}
