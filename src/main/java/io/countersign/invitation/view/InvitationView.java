package io.countersign.invitation.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as pages show it: flat, with names for accounts where somebody has told us.
 *
 * @param name null where AWS gave none
 * @param ownerInside null where nobody said whether the owner belongs to our organization
 * @param urgency {@code calm}, {@code soon} (three days), {@code urgent} (one day) or {@code over} (past the bound)
 * @param mark {@code HELD}, {@code SENDING} or {@code UNCLEAR} where a decision is open, else the invitation's state
 * @param connected false where its account or Region is no longer read, so that it can neither be decided nor closed
 * @param ownerTrust a {@link io.countersign.owner.OwnerTrust}
 * @param firstContact whether nothing of this owner was decided here before; false where AWS gave no owner
 * @param deadline the hours of the tightest deadline that is reached; null where none is
 * @param href the invitation's page, within the queue it was opened from
 */
public record InvitationView(
        String id,
        @Nullable String name,
        String type,
        @Nullable String resourceId,
        @Nullable String owner,
        @Nullable String ownerName,
        @Nullable Boolean ownerInside,
        String accountId,
        String accountName,
        String region,
        @Nullable String sharedWith,
        @Nullable String permission,
        Instant firstSeen,
        @Nullable Instant unseenSince,
        Instant lastSeen,
        Instant expiresBy,
        String urgency,
        String mark,
        @Nullable Long openDecision,
        boolean connected,
        String ownerTrust,
        boolean firstContact,
        @Nullable Integer deadline,
        String href) {}
