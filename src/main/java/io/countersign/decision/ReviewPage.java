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
import io.countersign.invitation.Standing;
import io.countersign.invitation.Teamwork;
import io.countersign.policy.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
    private final Teamwork teamwork;

    ReviewPage(
            Invitations invitations,
            InvitationPages pages,
            Decisions decisions,
            Deciding deciding,
            Connections connections,
            Teamwork teamwork,
            ReviewAsides asides) {
        this.invitations = invitations;
        this.pages = pages;
        this.decisions = decisions;
        this.deciding = deciding;
        this.connections = connections;
        this.asides = asides;
        this.teamwork = teamwork;
    }

    /**
     * @throws ResponseStatusException 404 if no such invitation was ever seen
     * @throws org.springframework.security.access.AccessDeniedException if it belongs to other teams
     */
    Verdict fill(Model model, InvitationId id, QueueFilter asked, String person) {
        Invitation invitation = invitations
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No invitation with the id " + id + " was ever seen here."));
        Standing standing = teamwork.admit(invitation, person);
        QueueFilter filter = asked.in(teamwork.scope(person));
        teamwork.show(model, invitation, standing, filter);
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
        model.addAttribute("past", past(id, filter));
        return verdict;
    }

    /** What was decided and said, newest first. */
    private List<Past> past(InvitationId id, QueueFilter filter) {
        return Stream.concat(
                        decisions.of(id).stream().map(decision -> Past.of(DecisionView.of(decision, filter))),
                        teamwork.said(id).stream().map(Past::of))
                .sorted(Comparator.comparing(Past::at).reversed())
                .toList();
    }

    private @Nullable String consoleUrl(Source source) {
        return connections
                .find(source.account())
                .map(Connection::partition)
                .map(partition -> ConsolePage.of(partition, source.region()).toString())
                .orElse(null);
    }
}
