package io.countersign.simulator.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Temporary credentials, and the role they stand for.
 *
 * @param sourceIdentity set once, and kept when further roles are assumed
 */
public record Session(
        String accessKeyId,
        String secret,
        String token,
        Role role,
        String name,
        @Nullable String sourceIdentity,
        Instant expiresAt) {

    public String arn() {
        return "arn:aws:sts::" + role.account() + ":assumed-role/" + role.name() + "/" + name;
    }

    public String userId() {
        return "AROA%016X".formatted(role.arn().hashCode() & 0xffffffffL) + ":" + name;
    }

    Session actingAs(Role current) {
        return new Session(accessKeyId, secret, token, current, name, sourceIdentity, expiresAt);
    }

    Session endedAt(Instant end) {
        return new Session(accessKeyId, secret, token, role, name, sourceIdentity, end);
    }
}
