package io.countersign.simulator.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The temporary credentials issued since the start. A session follows later changes of its role. */
public final class SessionStore {

    private static final String KEY_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, RoleSession> byKey = new ConcurrentHashMap<>();
    private final RoleRegistry roles;

    public SessionStore(RoleRegistry roles) {
        this.roles = roles;
    }

    public RoleSession open(SimulatedRole role, String name, @Nullable String sourceIdentity, Instant expiresAt) {
        var session =
                new RoleSession("ASIA" + keyPart(), random(30), random(240), role, name, sourceIdentity, expiresAt);
        byKey.put(session.accessKeyId(), session);
        return session;
    }

    /** @return the session, expired or not, unless its role was removed */
    public Optional<RoleSession> find(String accessKeyId) {
        return Optional.ofNullable(byKey.get(accessKeyId))
                .flatMap(found -> roles.find(found.role().arn()).map(found::actingAs));
    }

    public int count() {
        return byKey.size();
    }

    /** Ends all sessions; their keys stay known, so that callers get an expiry error. */
    public void expire(Instant now) {
        byKey.replaceAll((key, session) -> session.endedAt(now));
    }

    private String keyPart() {
        return random.ints(16, 0, KEY_CHARACTERS.length())
                .mapToObj(KEY_CHARACTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private String random(int bytes) {
        var noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise);
    }
}
