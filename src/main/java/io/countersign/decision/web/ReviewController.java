package io.countersign.decision.web;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.InvitationId;
import io.countersign.decision.DecisionState;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.identity.CanRead;
import io.countersign.identity.WarmUpAccess;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.team.access.ReviewerAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the page of an invitation. */
@Controller
class ReviewController {

    private final ReviewPageAssembler pages;
    private final DecisionRepository decisions;
    private final AuditLog auditLog;
    private final DecisionNotices notices;
    private final ReviewerAccess access;

    ReviewController(
            ReviewPageAssembler pages,
            DecisionRepository decisions,
            AuditLog auditLog,
            DecisionNotices notices,
            ReviewerAccess access) {
        this.pages = pages;
        this.decisions = decisions;
        this.auditLog = auditLog;
        this.notices = notices;
        this.access = access;
    }

    /**
     * {@code again} names a decision without effect, whose action and reason the form then holds; {@code decide} opens
     * the form with that choice made. Neither decides. {@code decided} and {@code proposed} name what the user did just
     * before, to show its result. {@code batch} names the bulk decision to which the page leads back.
     */
    @CanRead
    @GetMapping("/invitations/{id}")
    String review(
            @PathVariable InvitationId id,
            @RequestParam(required = false) @Nullable Long again,
            @RequestParam(required = false) @Nullable Long decided,
            @RequestParam(required = false) @Nullable Long proposed,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam Map<String, String> parameters,
            Principal person,
            HttpServletRequest request,
            Model model) {
        DecisionForm form = again == null ? DecisionForm.choosing(parameters.get("decide")) : earlier(id, again);
        ReviewPage page = pages.show(model, id, QueueFilter.of(parameters), person.getName(), form);
        if (!WarmUpAccess.marked(request)) {
            auditLog.appendUnlessRepeated(
                    AuditEntry.by(person.getName(), AuditAction.VIEW, AuditOutcome.DONE)
                            .about(AuditSubjects.of(
                                    page.invitation().source(),
                                    page.invitation().listed())),
                    page.activity().read());
        }
        DecisionNotices.Notice notice = notice(id, decided, proposed, QueueFilter.of(parameters), person.getName());
        model.addAttribute("notice", notice);
        model.addAttribute("batch", batch);
        model.addAttribute("proposed", proposed != null && notice == null);
        model.addAttribute("again", form.reason().isEmpty() ? null : again);
        return ReviewPageAssembler.VIEW;
    }

    private DecisionNotices.@Nullable Notice notice(
            InvitationId id, @Nullable Long decided, @Nullable Long proposed, QueueFilter requested, String person) {
        if (decided == null && proposed == null) {
            return null;
        }
        QueueFilter filter = access.restrict(requested, person);
        return (decided == null
                        ? notices.proposed(proposed, id, filter, person)
                        : notices.decided(decided, filter, person))
                .orElse(null);
    }

    private DecisionForm earlier(InvitationId invitation, long again) {
        return decisions
                .find(again)
                .filter(earlier -> earlier.reviewed().id().equals(invitation))
                .filter(earlier ->
                        earlier.state() == DecisionState.FAILED || earlier.state() == DecisionState.WITHDRAWN)
                .map(DecisionForm::again)
                .orElseGet(() -> DecisionForm.choosing(null));
    }
}
