package io.countersign.policy;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceVisibility;
import java.time.Instant;

/**
 * What a read of AWS shows of an unclear decision.
 *
 * @param answered whether AWS answered that it does not know the invitation, or that it was processed already
 * @param unclearSince when the decision became unclear
 * @param expiresBy the latest moment at which the invitation can expire
 * @param began when the read began
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
