package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of a user to accept an invitation that requires a second approval.
 *
 * @param inPlaceOf the lead in whose place the user acted; null if the user acted for themselves
 * @param shown the fingerprint of what the user saw
 * @param answer how it ended; null while OPEN
 */
public record Proposal(
        long id,
        InvitationId invitation,
        String reason,
        String person,
        @Nullable String inPlaceOf,
        InvitationFingerprint shown,
        Instant at,
        ProposalState state,
        @Nullable Answer answer) {

    /**
     * The end of a proposal.
     *
     * @param person the user who answered; null if the application closed it
     * @param text the reason; null if none was given
     */
    public record Answer(
            @Nullable String person,
            @Nullable String inPlaceOf,
            @Nullable String text,
            Instant at) {}

    public boolean open() {
        return state == ProposalState.OPEN;
    }
}
