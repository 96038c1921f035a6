package io.countersign.invitation.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as pages show it, with the known names of accounts.
 *
 * @param name null if AWS returned none
 * @param ownerInside null if it is unknown whether the owner belongs to the organization
 * @param urgency {@code calm}, {@code soon} (three days), {@code urgent} (one day) or {@code over} (past the latest
 *     expiry)
 * @param mark {@code HELD}, {@code SENDING} or {@code UNCLEAR} for an open decision, otherwise the invitation state
 * @param connected false if its account or Region is no longer polled, so that it can neither be decided nor closed
 * @param ownerTrust a {@link io.countersign.owner.OwnerTrust}
 * @param firstContact whether the owner is new; false if AWS returned no owner
 * @param deadline the hours of the tightest deadline that was reached; null if there is none
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
