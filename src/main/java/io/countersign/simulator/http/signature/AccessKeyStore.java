package io.countersign.simulator.http.signature;

import io.countersign.simulator.access.CallerIdentity;
import io.countersign.simulator.access.SessionStore;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.Optional;

/**
 * The known access keys: one for each account, {@code AKIADEMO} and the account id with the secret {@code demo}, and one for
 * each session.
 */
public final class AccessKeyStore {

    private static final String PREFIX = "AKIADEMO";
    private static final String SECRET = "demo";

    private final SimulatedAws aws;
    private final SessionStore sessions;

    public AccessKeyStore(SimulatedAws aws, SessionStore sessions) {
        this.aws = aws;
        this.sessions = sessions;
    }

    /** A key is unknown in a Region that its account has not enabled. */
    Optional<AccessKey> find(String accessKeyId, String region) {
        return find(accessKeyId)
                .filter(found -> aws.accounts().isEnabled(found.identity().account(), region));
    }

    private Optional<AccessKey> find(String accessKeyId) {
        if (!accessKeyId.startsWith(PREFIX)) {
            return sessions.find(accessKeyId).map(AccessKey::of);
        }
        var account = accessKeyId.substring(PREFIX.length());
        return Optional.of(new AccessKey(accessKeyId, SECRET, CallerIdentity.user(account)));
    }
}
