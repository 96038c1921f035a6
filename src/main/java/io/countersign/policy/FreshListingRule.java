package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.invitation.RemovalReason;
import org.jspecify.annotations.Nullable;

/** Judges by a fresh listing whether a decision may still be sent. */
public final class FreshListingRule {

    private FreshListingRule() {}

    /**
     * A reject would end the access of users who accepted the invitation elsewhere, so it needs a confirmation, and the
     * reason of the removal must be known.
     *
     * @param removal why AWS no longer lists it; null if AWS lists it or tells no reason
     * @param leaving whether the user confirmed that the reject ends an access that exists
     */
    public static Verdict judge(
            ListingResult seen, @Nullable RemovalReason removal, InvitationAction action, boolean leaving) {
        return switch (seen) {
            case LISTED -> Verdict.ALLOWED;
            case UNREAD -> Verdict.UNREAD;
            case NOT_LISTED -> action == InvitationAction.REJECT ? unlisted(removal, leaving) : Verdict.GONE;
        };
    }

    private static Verdict unlisted(@Nullable RemovalReason removal, boolean leaving) {
        if (removal == null) {
            return Verdict.UNREAD;
        }
        if (!removal.acceptedElsewhere()) {
            return Verdict.GONE;
        }
        return leaving ? Verdict.ALLOWED : Verdict.ACCEPTED_ELSEWHERE;
    }
}
