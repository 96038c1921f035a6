package io.countersign.decision;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.InvitationId;
import io.countersign.identity.Readers;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.QueueFilter;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    private final ReviewPageAssembler pages;
    private final DecisionRepository decisions;
    private final Invitations invitations;
    private final AuditLog auditLog;

    ReviewController(
            ReviewPageAssembler pages, DecisionRepository decisions, Invitations invitations, AuditLog auditLog) {
        this.pages = pages;
        this.decisions = decisions;
        this.invitations = invitations;
        this.auditLog = auditLog;
    }

    /**
     * {@code again} names a decision without effect, whose action and reason the form then holds; {@code decide} opens the
     * form with that choice made. Neither decides.
     */
    @Readers
    @GetMapping("/invitations/{id}")
    String review(
            @PathVariable String id, @RequestParam Map<String, String> parameters, Principal person, Model model) {
        InvitationId invitation = invitationId(id);
        @Nullable String again = parameters.get("again");
        DecisionForm form =
                again == null ? DecisionForm.choosing(parameters.get("decide")) : earlier(invitation, again);
        String view = pages.show(model, invitation, QueueFilter.of(parameters), person.getName(), form);
        invitations
                .find(invitation)
                .ifPresent(shown -> auditLog.appendUnlessRepeated(
                        AuditEntry.by(person.getName(), AuditAction.VIEW, AuditOutcome.DONE)
                                .about(AuditSubjects.of(shown.source(), shown.listed()))));
        model.addAttribute("again", form.reason() == null ? null : again);
        return view;
    }

    private DecisionForm earlier(InvitationId invitation, String again) {
        return decisions
                .find(DecisionController.number(again))
                .filter(earlier -> earlier.reviewed().id().equals(invitation))
                .filter(earlier ->
                        earlier.state() == DecisionState.FAILED || earlier.state() == DecisionState.WITHDRAWN)
                .map(DecisionForm::again)
                .orElseGet(() -> DecisionForm.choosing(null));
    }

    static InvitationId invitationId(String typed) {
        try {
            return new InvitationId(typed);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "id: " + e.getMessage());
        }
    }
}
