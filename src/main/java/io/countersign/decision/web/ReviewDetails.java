package io.countersign.decision.web;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Source;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationVersions;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.team.access.ReviewerAccess;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads the timeline, the differences and the console link of an invitation. */
@Component
class ReviewDetails {

    private final DecisionRepository decisions;
    private final ProposalRepository proposals;
    private final ReviewerAccess access;
    private final InvitationVersions listings;
    private final Connections connections;

    ReviewDetails(
            DecisionRepository decisions,
            ProposalRepository proposals,
            ReviewerAccess access,
            InvitationVersions listings,
            Connections connections) {
        this.decisions = decisions;
        this.proposals = proposals;
        this.access = access;
        this.listings = listings;
        this.connections = connections;
    }

    /** Decisions, proposals and comments, newest first. */
    List<TimelineItem> timeline(InvitationId id, QueueFilter filter) {
        return Stream.of(
                        decisions.of(id).stream()
                                .map(decision -> DecisionView.of(decision, filter))
                                .map(TimelineItem::of),
                        proposals.of(id).stream().map(ProposalView::of).map(TimelineItem::of),
                        access.comments(id).stream().map(TimelineItem::of))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(TimelineItem::at).reversed())
                .toList();
    }

    /** Null if the invitation still matches what the user saw. */
    @Nullable
    InvitationDiff diff(Invitation invitation, InvitationFingerprint shown) {
        if (shown.equals(InvitationFingerprint.of(invitation.listed()))) {
            return null;
        }
        return listings.find(invitation.id(), shown)
                .map(before -> InvitationDiff.between(before, invitation.listed()))
                .orElseGet(InvitationDiff::unknown);
    }

    @Nullable
    String consoleUrl(Source source) {
        return connections
                .find(source.account())
                .map(Connection::partition)
                .map(partition -> ConsolePage.of(partition, source.region()).toString())
                .orElse(null);
    }
}
