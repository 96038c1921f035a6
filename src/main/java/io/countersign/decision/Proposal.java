package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish of one person to accept an invitation that takes two.
 *
 * @param inPlaceOf the lead in whose place they acted; null where they acted for themselves
 * @param shown what they saw
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
     * How a proposal ended.
     *
     * @param person who answered; null where the desk itself closed it
     * @param words why; null where nobody said anything
     */
    public record Answer(
            @Nullable String person,
            @Nullable String inPlaceOf,
            @Nullable String words,
            Instant at) {}

    public boolean open() {
        return state == ProposalState.OPEN;
    }
}
