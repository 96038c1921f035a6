package io.countersign.simulator.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The temporary credentials given out since the start. A session acts by its role as the role is now. */
public final class Sessions {

    private static final String KEY_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> byKey = new ConcurrentHashMap<>();
    private final Roles roles;

    public Sessions(Roles roles) {
        this.roles = roles;
    }

    public Session open(Role role, String name, @Nullable String sourceIdentity, Instant expiresAt) {
        var session = new Session("ASIA" + keyPart(), random(30), random(240), role, name, sourceIdentity, expiresAt);
        byKey.put(session.accessKeyId(), session);
        return session;
    }

    /** @return the session, expired or not, unless its role is gone */
    public Optional<Session> find(String accessKeyId) {
        return Optional.ofNullable(byKey.get(accessKeyId))
                .flatMap(found -> roles.find(found.role().arn()).map(found::actingAs));
    }

    public int count() {
        return byKey.size();
    }

    /** Ends all sessions now; their keys stay known, so that callers hear of the expiry. */
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
