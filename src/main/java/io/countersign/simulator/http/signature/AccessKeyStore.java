package io.countersign.simulator.http;

import io.countersign.simulator.access.Identity;
import io.countersign.simulator.access.Sessions;
import io.countersign.simulator.rules.World;
import java.util.Optional;

/**
 * The access keys AWS knows: one of every account, {@code AKIADEMO} and the account id with the secret {@code demo}, and
 * those of sessions.
 */
public final class Credentials {

    private static final String PREFIX = "AKIADEMO";
    private static final String SECRET = "demo";

    private final World world;
    private final Sessions sessions;

    public Credentials(World world, Sessions sessions) {
        this.world = world;
        this.sessions = sessions;
    }

    /** A key is not known where its account has not enabled the Region. */
    Optional<Credential> find(String accessKeyId, String region) {
        return find(accessKeyId)
                .filter(found -> world.isEnabled(found.identity().account(), region));
    }

    private Optional<Credential> find(String accessKeyId) {
        if (!accessKeyId.startsWith(PREFIX)) {
            return sessions.find(accessKeyId).map(Credential::of);
        }
        var account = accessKeyId.substring(PREFIX.length());
        return Optional.of(new Credential(accessKeyId, SECRET, Identity.user(account)));
    }
}
