package io.countersign.invitation;

import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation with its source, its state and its open decision.
 *
 * @param firstSeen the time of the first poll that listed it
 * @param unseenSince the last complete poll before {@code firstSeen}, which did not list it; null if there was none
 * @param lastSeen the start of the last poll that listed it
 * @param openDecision the held, sending or unclear decision; null if there is none
 * @param unclear whether the outcome of the open decision is unclear
 * @param held whether the open decision is held and can still be withdrawn
 * @param proposedBy the user whose proposal waits for a second approval; null if none waits
 * @param removal why AWS no longer lists it; null unless it is GONE
 */
public record Invitation(
        ListedInvitation listed,
        Source source,
        InvitationState state,
        Instant firstSeen,
        @Nullable Instant unseenSince,
        Instant lastSeen,
        @Nullable Long openDecision,
        boolean unclear,
        boolean held,
        @Nullable String proposedBy,
        @Nullable RemovalReason removal) {

    /** AWS publishes no expiry; an unanswered invitation expires seven days after it was sent. */
    public static final Duration LIFE = Duration.ofDays(7);

    public InvitationId id() {
        return listed.id();
    }

    /** Returns the latest possible expiry. The real one is earlier if the first poll saw the invitation late. */
    public Instant expiresBy() {
        return firstSeen.plus(LIFE);
    }

    public boolean pending() {
        return state == InvitationState.PENDING;
    }

    /** Returns whether it was accepted outside Countersign, so that a reject ends an access that exists. */
    public boolean acceptedElsewhere() {
        return state == InvitationState.GONE && removal != null && removal.acceptedElsewhere();
    }

    public boolean beingSent() {
        return reserved() && !held;
    }

    /** Returns whether the open decision is held or being sent, so that a poll must not change the state. */
    public boolean reserved() {
        return openDecision != null && !unclear;
    }
}
