package io.countersign.simulator.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Temporary credentials and the role that they belong to.
 *
 * @param sourceIdentity set once and kept through role chaining
 */
public record RoleSession(
        String accessKeyId,
        String secret,
        String token,
        SimulatedRole role,
        String name,
        @Nullable String sourceIdentity,
        Instant expiresAt) {

    public String arn() {
        return "arn:aws:sts::" + role.account() + ":assumed-role/" + role.name() + "/" + name;
    }

    public String userId() {
        return "AROA%016X".formatted(role.arn().hashCode() & 0xffffffffL) + ":" + name;
    }

    RoleSession actingAs(SimulatedRole current) {
        return new RoleSession(accessKeyId, secret, token, current, name, sourceIdentity, expiresAt);
    }

    RoleSession endedAt(Instant end) {
        return new RoleSession(accessKeyId, secret, token, role, name, sourceIdentity, end);
    }
}
