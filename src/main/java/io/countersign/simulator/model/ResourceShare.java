package io.countersign.simulator.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One resource shared with one principal; to the recipient it is an invitation with the same id.
 *
 * @param recipient the account that gets the invitation; null if none is sent
 * @param decisions how many responses of the recipient took effect
 */
public record ResourceShare(
        String id,
        ResourceType type,
        String resourceId,
        String owner,
        String region,
        String sharedWith,
        @Nullable String recipient,
        SharePermission permission,
        ShareStatus status,
        Instant createdAt,
        int decisions) {

    public static final Duration LIFE = Duration.ofDays(7);

    /** @param id 32 hexadecimal digits, new for every share */
    public static ResourceShare offer(
            String id, SharedResource resource, SharePrincipal principal, SharePermission permission, Instant now) {
        return new ResourceShare(
                id,
                resource.type(),
                resource.id(),
                resource.owner(),
                resource.region(),
                principal.sharedWith(),
                principal.account(),
                permission,
                principal.account() == null ? ShareStatus.ASSOCIATED : ShareStatus.PENDING,
                now,
                0);
    }

    public ShareStatus statusAt(Instant now) {
        return status == ShareStatus.PENDING && !now.isBefore(createdAt.plus(LIFE)) ? ShareStatus.EXPIRED : status;
    }

    public ResourceShare answered(InvitationAction action, Instant now) {
        var before = statusAt(now);
        var first = before == ShareStatus.PENDING;
        var leaving = before == ShareStatus.ACCEPTED && action == InvitationAction.REJECT;
        if (!first && !leaving) {
            throw AwsException.conflict(
                    "SHARE_INVITATION", id, "The share invitation has already been processed: it is " + before + ".");
        }
        return with(
                permission,
                action == InvitationAction.ACCEPT ? ShareStatus.ACCEPTED : ShareStatus.REJECTED,
                decisions + 1);
    }

    public ResourceShare withPermission(SharePermission changed, Instant now) {
        if (!statusAt(now).isLive()) {
            throw AwsException.conflict("SHARE", id, "A share that is " + statusAt(now) + " cannot be changed.");
        }
        return with(changed, status, decisions);
    }

    public ResourceShare revoked() {
        return with(permission, ShareStatus.REVOKED, decisions);
    }

    public boolean isFor(ApiCaller caller) {
        return region.equals(caller.region()) && caller.account().equals(recipient);
    }

    public String sortKey() {
        return SortKey.of(createdAt, id);
    }

    private ResourceShare with(SharePermission newPermission, ShareStatus newStatus, int newDecisions) {
        return new ResourceShare(
                id,
                type,
                resourceId,
                owner,
                region,
                sharedWith,
                recipient,
                newPermission,
                newStatus,
                createdAt,
                newDecisions);
    }
}
