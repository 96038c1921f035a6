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

    Optional<Credential> find(String accessKeyId) {
        if (!accessKeyId.startsWith(PREFIX)) {
            return sessions.find(accessKeyId).map(Credential::of);
        }
        var account = accessKeyId.substring(PREFIX.length());
        var known = world.exclusively(() -> world.accounts().contains(account));
        return known ? Optional.of(new Credential(accessKeyId, SECRET, Identity.user(account))) : Optional.empty();
    }
}
