package io.countersign.simulator.http.signature;

import io.countersign.simulator.access.CallerIdentity;
import io.countersign.simulator.access.RoleSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An access key: its id, its secret, and its identity. */
record AccessKey(String accessKeyId, String secret, CallerIdentity identity) {

    static AccessKey of(RoleSession session) {
        return new AccessKey(session.accessKeyId(), session.secret(), CallerIdentity.of(session));
    }

    /** @param sent the session token of the request; a session must send its own, a user none */
    boolean acceptsToken(@Nullable String sent) {
        var session = identity.session();
        return session == null ? sent == null : session.token().equals(sent);
    }

    boolean isExpiredAt(Instant now) {
        var session = identity.session();
        return session != null && !now.isBefore(session.expiresAt());
    }
}
