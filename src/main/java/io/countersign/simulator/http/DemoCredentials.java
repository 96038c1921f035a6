package io.countersign.simulator.http;

import io.countersign.simulator.rules.World;
import java.util.Optional;

/** Every known account has one key: {@code AKIADEMO} and the account id, with the secret {@code demo}. */
public final class DemoCredentials implements Credentials {

    public static final String PREFIX = "AKIADEMO";
    public static final String SECRET = "demo";

    private final World world;

    public DemoCredentials(World world) {
        this.world = world;
    }

    @Override
    public Optional<Credential> find(String accessKeyId) {
        if (!accessKeyId.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var account = accessKeyId.substring(PREFIX.length());
        var known = world.exclusively(() -> world.accounts().contains(account));
        return known ? Optional.of(new Credential(accessKeyId, SECRET, account)) : Optional.empty();
    }
}
