package io.countersign.simulator.control;

import io.countersign.simulator.rules.Permission;
import io.countersign.simulator.rules.ResourceType;
import io.countersign.simulator.rules.Share;
import io.countersign.simulator.rules.ShareStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A share as the simulator knows it, with what no operation of AWS tells.
 *
 * @param account whose list shows it; null where no invitation is sent
 * @param decisions how many answers of the recipient took effect
 */
record ShareLine(
        String id,
        @Nullable String account,
        String region,
        ResourceType type,
        String name,
        String owner,
        String sharedWith,
        Permission permission,
        ShareStatus status,
        Instant createdAt,
        int decisions) {

    static ShareLine of(Share share, String name, Instant now) {
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
