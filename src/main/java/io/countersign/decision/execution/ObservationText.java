package io.countersign.decision.execution;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ResourceVisibility;
import io.countersign.policy.ListingResult;
import org.jspecify.annotations.Nullable;

/** Describes in plain words what a read of AWS showed. */
final class ObservationText {

    static final String LISTED_SINCE =
            "A later read of AWS listed the invitation as pending, so that the decision had no effect.";

    private static final int LONGEST = 500;

    private ObservationText() {}

    static String text(FreshListing.Result listing, InvitationId id, ResourceVisibility shown) {
        return cut(listed(listing.seen(), listing.failure()) + " " + resource(id, shown));
    }

    static String text(InvitationId id, ResourceVisibility shown) {
        return cut(resource(id, shown));
    }

    private static String listed(ListingResult seen, @Nullable AwsFailure awsFailure) {
        return switch (seen) {
            case LISTED -> "AWS lists the invitation as pending.";
            case NOT_LISTED -> "AWS no longer lists the invitation.";
            case UNREAD -> "The invitations could not be listed" + cause(awsFailure) + ".";
        };
    }

    private static String resource(InvitationId id, ResourceVisibility shown) {
        if (shown instanceof ResourceVisibility.Visible visible) {
            String how = visible.how() + " shows the resource in the account";
            if (visible.cameBy(id)) {
                return how + ", through this invitation.";
            }
            return how
                    + (visible.shareInvitationId() == null
                            ? "; AWS does not report through which invitation."
                            : ", through another invitation.");
        }
        return shown instanceof ResourceVisibility.Unclear unclear
                ? "The resource could not be checked" + cause(unclear.failure()) + "."
                : "The resource is not in the account.";
    }

    private static String cause(@Nullable AwsFailure awsFailure) {
        return awsFailure == null ? "" : ": " + awsFailure.kind() + ", " + awsFailure.message();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
