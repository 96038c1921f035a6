package io.countersign.invitation.view;

import io.countersign.invitation.RemovalReason;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.OwnerTrust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an invitation that pages show.
 *
 * @param mark {@code HELD}, {@code SENDING} or {@code UNCLEAR} if a decision is open, else the invitation's state
 * @param href the invitation's page, within the queue it was opened from
 * @param proposedBy the user whose proposal waits for a second approval; null if none waits
 * @param removal why AWS no longer lists it; null if it is not gone
 */
public record InvitationView(
        String id,
        Resource resource,
        Owner owner,
        Recipient recipient,
        @Nullable String permission,
        Timing timing,
        String mark,
        String href,
        @Nullable String proposedBy,
        @Nullable RemovalReason removal) {

    /**
     * The shared resource.
     *
     * @param name null if AWS gave none
     */
    public record Resource(
            @Nullable String name, String type, @Nullable String id) {}

    /**
     * The account that shares the resource.
     *
     * @param id null if AWS gave none
     * @param internal null if it is unknown whether the owner belongs to the organization
     * @param trust a {@link io.countersign.owner.OwnerTrust}
     * @param firstContact true if no invitation of this owner was decided before; false if AWS gave no owner
     */
    public record Owner(
            @Nullable String id,
            @Nullable String name,
            @Nullable Boolean internal,
            String trust,
            boolean firstContact) {

        static Owner of(@Nullable String id, @Nullable KnownOwner owner) {
            return owner == null
                    ? new Owner(id, null, null, OwnerTrust.NONE.name(), false)
                    : new Owner(
                            id,
                            owner.name(),
                            owner.internal(),
                            owner.standing().trust().name(),
                            !owner.decidedBefore());
        }
    }

    /**
     * The account and Region that received the invitation.
     *
     * @param user the IAM user with whom alone it is shared; null if it is shared with the whole account
     * @param connected false if the account or Region is no longer polled, so that the invitation cannot be decided
     */
    public record Recipient(
            String accountId,
            String accountName,
            String region,
            @Nullable String sharedWith,
            @Nullable String user,
            boolean connected) {}

    /**
     * When the invitation was seen, and the time left.
     *
     * @param urgency {@code calm}, {@code soon} (three days), {@code urgent} (one day) or {@code over}
     * @param deadline the hours of the tightest deadline that is reached; null if there is none
     */
    public record Timing(
            Instant firstSeen,
            @Nullable Instant unseenSince,
            Instant lastSeen,
            Instant expiresBy,
            String urgency,
            @Nullable Integer deadline) {}
}
