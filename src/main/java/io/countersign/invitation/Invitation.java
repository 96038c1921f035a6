package io.countersign.invitation;

import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation in its source, with what Countersign knows of its life.
 *
 * @param firstSeen when a read first listed it
 * @param unseenSince the last complete read before the first sighting, which did not list it; null if there was none
 * @param lastSeen the start of the last read that listed it
 * @param openDecision the decision that is held, is being sent, or whose sending is unclear; null where there is none
 * @param unclear whether the sending of the open decision is unclear
 * @param held whether the open decision waits and may still be withdrawn
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
        boolean held) {

    /** AWS gives no date: an invitation that is not answered expires seven days after it was sent. */
    public static final Duration LIFE = Duration.ofDays(7);

    public InvitationId id() {
        return listed.id();
    }

    /** The latest moment at which it can expire; it may be earlier by as much as the first sighting was late. */
    public Instant expiresBy() {
        return firstSeen.plus(LIFE);
    }

    public boolean pending() {
        return state == InvitationState.PENDING;
    }

    public boolean beingSent() {
        return reserved() && !held;
    }

    /** Held or being sent: whoever made the open decision is not done with it, so that nobody concludes anything. */
    public boolean reserved() {
        return openDecision != null && !unclear;
    }
}
