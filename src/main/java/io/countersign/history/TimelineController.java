package io.countersign.history;

import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.connection.InvitationId;
import io.countersign.decision.activity.ActivityLoader;
import io.countersign.decision.activity.FullActivity;
import io.countersign.identity.CanRead;
import io.countersign.input.EncodedQuery;
import io.countersign.invitation.InvitationRepository;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows all entries about a decision and its invitation, oldest first. */
@Controller
@CanRead
class TimelineController {

    private final AuditEntryRepository entries;
    private final HistoryAccess access;
    private final IntegrityBadges badges;
    private final InvitationRepository invitations;
    private final ActivityLoader activities;

    TimelineController(
            AuditEntryRepository entries,
            HistoryAccess access,
            IntegrityBadges badges,
            InvitationRepository invitations,
            ActivityLoader activities) {
        this.entries = entries;
        this.access = access;
        this.badges = badges;
        this.invitations = invitations;
        this.activities = activities;
    }

    @GetMapping("/decisions/{id}/timeline")
    String timeline(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String log,
            Principal person,
            Model model) {
        List<StoredAuditEntry> own = entries.ofDecision(id);
        if (own.isEmpty()) {
            throw unknown(id);
        }
        access.admit(own, person.getName());
        AuditSubject subject = own.get(own.size() - 1).subject();
        String invitation = subject.invitationId();
        List<StoredAuditEntry> all = invitation == null ? own : entries.about(invitation);
        model.addAttribute("log", EncodedQuery.checked(log));
        model.addAttribute("decision", id);
        model.addAttribute("invitation", invitation);
        model.addAttribute("name", subject.resourceName());
        model.addAttribute("user", invitation == null ? null : user(invitation));
        model.addAttribute("badge", badges.now());
        FullActivity activity = activities.of(all);
        model.addAttribute("phases", activity.phases());
        model.addAttribute("steps", TimelineStep.of(all, activity.sentences(), id));
        return "history/timeline";
    }

    /** Returns the IAM user with whom alone the resource is shared; the entries do not name the user. */
    private @Nullable String user(String invitation) {
        return invitations
                .find(new InvitationId(invitation))
                .map(found -> found.listed().user())
                .orElse(null);
    }

    static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "The audit log has no decision " + id + ".");
    }
}
