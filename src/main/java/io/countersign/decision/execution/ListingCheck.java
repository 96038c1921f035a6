package io.countersign.decision.execution;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.RemovalReason;
import io.countersign.policy.FreshListingRule;
import io.countersign.policy.ListingResult;
import io.countersign.policy.Verdict;
import io.countersign.sync.removal.RemovalReasonResolver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks by a fresh listing, right before a decision is sent, that it still applies. */
@Component
class ListingCheck {

    private final FreshListing freshListing;
    private final RemovalReasonResolver removalReasons;

    ListingCheck(FreshListing freshListing, RemovalReasonResolver removalReasons) {
        this.freshListing = freshListing;
        this.removalReasons = removalReasons;
    }

    /**
     * @param began the start of the listing
     * @param failure why the listing failed; null if it did not
     * @param removal why AWS no longer lists the invitation; null if AWS lists it or tells no reason
     */
    record Result(
            Verdict verdict,
            Instant began,
            @Nullable AwsFailure failure,
            @Nullable RemovalReason removal) {}

    Result check(Invitation invitation, InvitationAction action, boolean leaving) {
        FreshListing.Result listing = freshListing.of(invitation);
        RemovalReason removal = listing.seen() == ListingResult.NOT_LISTED
                ? removalReasons.about(invitation, listing.began()).orElse(null)
                : null;
        return new Result(
                FreshListingRule.judge(listing.seen(), removal, action, leaving),
                listing.began(),
                listing.failure(),
                removal);
    }

    /** Removes an invitation that is no longer listed from the queue, if the reason is known. */
    void conclude(Invitation invitation, Result checked) {
        if (checked.removal() != null) {
            freshListing.remove(invitation, checked.removal(), checked.began());
        }
    }
}
