package io.countersign.decision.web;

import io.countersign.decision.DecideCommand;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.persistence.ReviewPreferenceRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.team.access.ReviewerAccess;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Chooses the page after a decision: its result, or the next invitation of the queue with a notice of the result. */
@Component
class NextInvitations {

    /** Present in every form with the choice, because a browser sends no unchecked box. */
    private static final String OFFERED = "_next";

    private static final String CHOSEN = "next";

    private final InvitationPageAssembler pages;
    private final ReviewerAccess access;
    private final ReviewPreferenceRepository preferences;

    NextInvitations(InvitationPageAssembler pages, ReviewerAccess access, ReviewPreferenceRepository preferences) {
        this.pages = pages;
        this.access = access;
        this.preferences = preferences;
    }

    /** Returns the path to redirect to, and stores the choice of the user. */
    String after(DecideCommand command, DecisionResult result, QueueFilter filter, Map<String, String[]> form) {
        boolean chosen = form.containsKey(CHOSEN);
        if (form.containsKey(OFFERED)) {
            preferences.store(command.person(), chosen);
        }
        Optional<String> next = chosen ? next(command, filter) : Optional.empty();
        if (result instanceof DecisionResult.Made made) {
            return next.map(link -> with(link, "decided", made.decision()))
                    .orElseGet(() -> filter.link("/decisions/" + made.decision()));
        }
        long proposal = ((DecisionResult.Proposed) result).proposal();
        return with(next.orElseGet(() -> filter.link("/invitations/" + command.invitation())), "proposed", proposal);
    }

    private Optional<String> next(DecideCommand command, QueueFilter filter) {
        QueueFilter own = access.restrict(filter, command.person());
        return Optional.ofNullable(pages.place(command.invitation(), own).nextHref());
    }

    static String with(String link, String name, long value) {
        return link + (link.contains("?") ? "&" : "?") + name + "=" + value;
    }
}
