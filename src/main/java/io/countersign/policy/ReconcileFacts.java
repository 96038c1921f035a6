package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceVisibility;
import java.time.Instant;

/**
 * The facts about an unclear decision after a read of AWS.
 *
 * @param answered whether AWS answered "not found" or "conflict"
 * @param unclearSince when the decision became unclear
 * @param expiresBy the latest moment at which the invitation can expire
 * @param began the start of the read
 */
public record ReconcileFacts(
        InvitationAction action,
        ListedInvitation decided,
        boolean answered,
        Instant unclearSince,
        Instant expiresBy,
        Instant began,
        ListingResult seen,
        ResourceVisibility shown) {

    boolean early() {
        return !began.isAfter(unclearSince.plus(DecisionRule.STRAGGLER));
    }

    boolean mayHaveExpired() {
        return !began.isBefore(expiresBy);
    }
}
