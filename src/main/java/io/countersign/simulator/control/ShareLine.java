package io.countersign.simulator.control;

import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.SharePermission;
import io.countersign.simulator.model.ShareStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A share with the values that no AWS operation returns.
 *
 * @param account the account that gets the invitation; null if none is sent
 * @param decisions how many responses of the recipient took effect
 */
record ShareLine(
        String id,
        @Nullable String account,
        String region,
        ResourceType type,
        String name,
        String owner,
        String sharedWith,
        SharePermission permission,
        ShareStatus status,
        Instant createdAt,
        int decisions) {

    static ShareLine of(ResourceShare share, String name, Instant now) {
        return new ShareLine(
                share.id(),
                share.recipient(),
                share.region(),
                share.type(),
                name,
                share.owner(),
                share.sharedWith(),
                share.permission(),
                share.statusAt(now),
                share.createdAt(),
                share.decisions());
    }
}
