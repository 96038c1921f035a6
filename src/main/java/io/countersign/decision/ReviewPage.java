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
import io.countersign.team.ReviewerAccess;
import io.countersign.team.ReviewerContext;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
    private final PastListings listings;
    private final InvitationPages pages;
    private final DecisionRepository decisions;
    private final DecisionIntentService intents;
    private final Connections connections;
    private final OwnerPanelAssembler asides;
    private final ApprovalPanelAssembler seconds;
    private final ProposalRepository proposals;
    private final ReviewerAccess teamwork;

    ReviewPage(
            Invitations invitations,
            PastListings listings,
            InvitationPages pages,
            DecisionRepository decisions,
            DecisionIntentService intents,
            Connections connections,
            ReviewerAccess teamwork,
            OwnerPanelAssembler asides,
            ApprovalPanelAssembler seconds,
            ProposalRepository proposals) {
        this.invitations = invitations;
        this.listings = listings;
        this.pages = pages;
        this.decisions = decisions;
        this.intents = intents;
        this.connections = connections;
        this.asides = asides;
        this.seconds = seconds;
        this.proposals = proposals;
        this.teamwork = teamwork;
    }

    /**
     * @param form stands on what a person saw: where that is not what is known now, both are shown side by side
     * @throws ResponseStatusException 404 if no such invitation was ever seen
     * @throws org.springframework.security.access.AccessDeniedException if it belongs to other teams
     */
    void fill(Model model, InvitationId id, QueueFilter asked, String person, DecisionForm form) {
        Invitation invitation = find(id);
        ReviewerContext standing = teamwork.admit(invitation, person);
        QueueFilter filter = asked.in(teamwork.scope(person));
        model.addAttribute("turn", teamwork.panel(invitation, standing, filter));
        Verdict verdict = intents.judge(invitation, person);
        InvitationView item = pages.view(id, filter).orElseThrow();
        List<DecisionView> made = decisions.of(id).stream()
                .map(decision -> DecisionView.of(decision, filter))
                .toList();
        model.addAttribute("item", item);
        asides.fill(model, invitation, filter);
        ApprovalPanel second = seconds.fill(model, invitation, standing, filter);
        model.addAttribute("grant", GrantMessages.messageKey(item));
        model.addAttribute("place", pages.place(id, filter));
        model.addAttribute("verdict", verdict.name());
        model.addAttribute("mayDecide", (verdict.allowed() || verdict.needsAnother()) && second.withdrawHref() == null);
        model.addAttribute("consoleUrl", consoleUrl(invitation.source()));
        model.addAttribute("postHref", filter.link("/invitations/" + id + "/decisions"));
        model.addAttribute("fingerprint", Fingerprint.of(invitation.listed()).value());
        model.addAttribute("drift", drift(invitation, form));
        model.addAttribute("past", past(id, made));
        model.addAttribute(
                "open",
                made.stream()
                        .filter(decision -> Objects.equals(decision.id(), item.openDecision()))
                        .findFirst()
                        .orElse(null));
    }

    /** As {@link #fill} does, for whoever needs no page. */
    void admit(InvitationId id, String person) {
        teamwork.admit(find(id), person);
    }

    private Invitation find(InvitationId id) {
        return invitations
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No invitation with the id " + id + " was ever seen here."));
    }

    private @Nullable InvitationDiff drift(Invitation invitation, DecisionForm form) {
        return form.shown()
                .filter(shown -> !shown.equals(Fingerprint.of(invitation.listed())))
                .map(shown -> listings.find(invitation.id(), shown)
                        .map(before -> InvitationDiff.between(before, invitation.listed()))
                        .orElseGet(InvitationDiff::unknown))
                .orElse(null);
    }

    /** What was decided and said, newest first. */
    private List<TimelineItem> past(InvitationId id, List<DecisionView> made) {
        return Stream.of(
                        made.stream().map(TimelineItem::of),
                        proposals.of(id).stream().map(ProposalView::of).map(TimelineItem::of),
                        teamwork.said(id).stream().map(TimelineItem::of))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(TimelineItem::at).reversed())
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
