package io.countersign.decision;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.ConsolePage;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Source;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationPages;
import io.countersign.invitation.InvitationView;
import io.countersign.invitation.Invitations;
import io.countersign.invitation.QueueFilter;
import io.countersign.policy.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of one invitation: the facts, what was decided so far, and the form. */
@Component
class ReviewPage {

    private final Invitations invitations;
    private final InvitationPages pages;
    private final Decisions decisions;
    private final Deciding deciding;
    private final Connections connections;
    private final ReviewAsides asides;

    ReviewPage(
            Invitations invitations,
            InvitationPages pages,
            Decisions decisions,
            Deciding deciding,
            Connections connections,
            ReviewAsides asides) {
        this.invitations = invitations;
        this.pages = pages;
        this.decisions = decisions;
        this.deciding = deciding;
        this.connections = connections;
        this.asides = asides;
    }

    /** @throws ResponseStatusException 404 if no such invitation was ever seen */
    Verdict fill(Model model, InvitationId id, QueueFilter filter, String person) {
        Invitation invitation = invitations
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No invitation with the id " + id + " was ever seen here."));
        Verdict verdict = deciding.judge(invitation, person);
        InvitationView item = pages.view(id, filter).orElseThrow();
        model.addAttribute("item", item);
        asides.fill(model, invitation, filter);
        model.addAttribute("grant", Grants.messageKey(item));
        model.addAttribute("place", pages.place(id, filter));
        model.addAttribute("verdict", verdict.name());
        model.addAttribute("mayDecide", verdict.allowed());
        model.addAttribute("consoleUrl", consoleUrl(invitation.source()));
        model.addAttribute("postHref", filter.link("/invitations/" + id + "/decisions"));
        model.addAttribute(
                "decisions",
                decisions.of(id).stream()
                        .map(decision -> DecisionView.of(decision, filter))
                        .toList());
        return verdict;
    }

    private @Nullable String consoleUrl(Source source) {
        return connections
                .find(source.account())
                .map(Connection::partition)
                .map(partition -> ConsolePage.of(partition, source.region()).toString())
                .orElse(null);
    }
}
