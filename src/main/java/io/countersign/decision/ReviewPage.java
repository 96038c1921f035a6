package io.countersign.decision;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.ConsolePage;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Source;
import io.countersign.invitation.Fingerprint;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationPages;
import io.countersign.invitation.InvitationView;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.PastListings;
import io.countersign.invitation.QueueFilter;
import io.countersign.policy.Verdict;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of one invitation: the facts, what was decided so far, and the form. */
@Component
class ReviewPage {

    private final Invitations invitations;
    private final PastListings past;
    private final InvitationPages pages;
    private final Decisions decisions;
    private final Intents intents;
    private final Connections connections;

    ReviewPage(
            Invitations invitations,
            PastListings past,
            InvitationPages pages,
            Decisions decisions,
            Intents intents,
            Connections connections) {
        this.invitations = invitations;
        this.past = past;
        this.pages = pages;
        this.decisions = decisions;
        this.intents = intents;
        this.connections = connections;
    }

    /**
     * @param form stands on what a person saw: where that is not what is known now, both are shown side by side
     * @throws ResponseStatusException 404 if no such invitation was ever seen
     */
    void fill(Model model, InvitationId id, QueueFilter filter, String person, DecisionForm form) {
        Invitation invitation = invitations
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No invitation with the id " + id + " was ever seen here."));
        Verdict verdict = intents.judge(invitation, person);
        InvitationView item = pages.view(id, filter).orElseThrow();
        List<DecisionView> made = decisions.of(id).stream()
                .map(decision -> DecisionView.of(decision, filter))
                .toList();
        model.addAttribute("item", item);
        model.addAttribute("grant", Grants.messageKey(item));
        model.addAttribute("place", pages.place(id, filter));
        model.addAttribute("verdict", verdict.name());
        model.addAttribute("mayDecide", verdict.allowed());
        model.addAttribute("consoleUrl", consoleUrl(invitation.source()));
        model.addAttribute("postHref", filter.link("/invitations/" + id + "/decisions"));
        model.addAttribute("fingerprint", Fingerprint.of(invitation.listed()).value());
        model.addAttribute("drift", drift(invitation, form));
        model.addAttribute("decisions", made);
        model.addAttribute(
                "open",
                made.stream()
                        .filter(decision -> Objects.equals(decision.id(), item.openDecision()))
                        .findFirst()
                        .orElse(null));
    }

    private @Nullable Drift drift(Invitation invitation, DecisionForm form) {
        return form.shown()
                .filter(shown -> !shown.equals(Fingerprint.of(invitation.listed())))
                .map(shown -> past.find(invitation.id(), shown)
                        .map(before -> Drift.between(before, invitation.listed()))
                        .orElseGet(Drift::unknown))
                .orElse(null);
    }

    private @Nullable String consoleUrl(Source source) {
        return connections
                .find(source.account())
                .map(Connection::partition)
                .map(partition -> ConsolePage.of(partition, source.region()).toString())
                .orElse(null);
    }
}
