package io.countersign.simulator.http;

import io.countersign.simulator.access.Identity;
import io.countersign.simulator.access.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An access key: its id, its secret, and whom it speaks for. */
record Credential(String accessKeyId, String secret, Identity identity) {

    static Credential of(Session session) {
        return new Credential(session.accessKeyId(), session.secret(), Identity.of(session));
    }

    /** @param sent null where no token came with the request; only a session has one, and must send it */
    boolean goesWith(@Nullable String sent) {
        var session = identity.session();
        return session == null ? sent == null : session.token().equals(sent);
    }

    boolean isExpiredAt(Instant now) {
        var session = identity.session();
        return session != null && !now.isBefore(session.expiresAt());
    }
}
