package io.countersign.simulator.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One resource shared with one principal; to the recipient it is an invitation with the same id.
 *
 * @param recipient the account whose list shows it; null where no invitation is sent
 * @param decisions how many answers of the recipient took effect
 */
public record Share(
        String id,
        ResourceType type,
        String resourceId,
        String owner,
        String region,
        String sharedWith,
        @Nullable String recipient,
        Permission permission,
        ShareStatus status,
        Instant createdAt,
        int decisions) {

    static final Duration LIFE = Duration.ofDays(7);

    /** @param id 32 hexadecimal digits, new for every share */
    public static Share offer(String id, Resource resource, Principal principal, Permission permission, Instant now) {
        return new Share(
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

    Share answered(Action action, Instant now) {
        var before = statusAt(now);
        var first = before == ShareStatus.PENDING;
        var leaving = before == ShareStatus.ACCEPTED && action == Action.REJECT;
        if (!first && !leaving) {
            throw AwsException.conflict(
                    "SHARE_INVITATION", id, "The share invitation has already been processed: it is " + before + ".");
        }
        return with(permission, action == Action.ACCEPT ? ShareStatus.ACCEPTED : ShareStatus.REJECTED, decisions + 1);
    }

    Share withPermission(Permission changed, Instant now) {
        if (!statusAt(now).isLive()) {
            throw AwsException.conflict("SHARE", id, "A share that is " + statusAt(now) + " cannot be changed.");
        }
        return with(changed, status, decisions);
    }

    Share revoked() {
        return with(permission, ShareStatus.REVOKED, decisions);
    }

    boolean isFor(Caller caller) {
        return region.equals(caller.region()) && caller.account().equals(recipient);
    }

    String sortKey() {
        return SortKey.of(createdAt, id);
    }

    private Share with(Permission newPermission, ShareStatus newStatus, int newDecisions) {
        return new Share(
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
