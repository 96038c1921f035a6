package io.countersign.decision.web;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Source;
import io.countersign.decision.activity.Activity;
import io.countersign.decision.activity.ActivityLoader;
import io.countersign.decision.persistence.ReviewRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationVersions;
import io.countersign.invitation.VisibilityScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads the stored facts, the activity, the differences and the console link of an invitation. */
@Component
class ReviewDetails {

    private final InvitationVersions listings;
    private final Connections connections;
    private final ActivityLoader activities;
    private final ReviewRepository reviews;

    ReviewDetails(
            InvitationVersions listings, Connections connections, ActivityLoader activities, ReviewRepository reviews) {
        this.listings = listings;
        this.connections = connections;
        this.activities = activities;
        this.reviews = reviews;
    }

    ReviewRepository.Facts facts(Invitation invitation, String person, VisibilityScope scope) {
        return reviews.of(invitation.id(), invitation.listed().sharedBy(), person, scope);
    }

    Activity activity(InvitationId id) {
        return activities.of(id);
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
