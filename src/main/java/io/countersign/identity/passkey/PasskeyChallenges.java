package io.countersign.identity.passkey;

import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Creates the challenges that a passkey signs. A challenge contains its time and a code of authentication, so that every
 * replica can check it and visitors need no session.
 */
@Component
class PasskeyChallenges {

    static final Duration VALID = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM = 16;
    private static final int SIGNED = Long.BYTES + RANDOM;
    private static final int CODE = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final InstantSource clock;

    PasskeyChallenges(SigningKey signingKey, InstantSource clock) {
        this.key = new SecretKeySpec(
                HexFormat.of().parseHex(Hashes.of(signingKey.sign("challenges of passkeys"))), ALGORITHM);
        this.clock = clock;
    }

    /** @param person the user who may answer it; empty for a sign-in */
    byte[] create(String person) {
        byte[] nonce = new byte[RANDOM];
        random.nextBytes(nonce);
        byte[] signed =
                ByteBuffer.allocate(SIGNED).putLong(clock.millis()).put(nonce).array();
        return ByteBuffer.allocate(SIGNED + CODE)
                .put(signed)
                .put(code(signed, person))
                .array();
    }

    /**
     * Returns when a challenge was created.
     *
     * @throws PasskeyException if it is too old, of another user, or not from here
     */
    Instant createdAt(byte[] challenge, String person) {
        if (challenge.length != SIGNED + CODE) {
            throw new PasskeyException("identity.passkey.refused", "the challenge has another length");
        }
        ByteBuffer parts = ByteBuffer.wrap(challenge);
        byte[] signed = new byte[SIGNED];
        byte[] code = new byte[CODE];
        parts.get(signed).get(code);
        if (!MessageDigest.isEqual(code, code(signed, person))) {
            throw new PasskeyException(
                    "identity.passkey.refused", "the challenge is not from here, or of another user");
        }
        Instant at = Instant.ofEpochMilli(ByteBuffer.wrap(signed).getLong());
        if (at.plus(VALID).isBefore(clock.instant())) {
            throw new PasskeyException("identity.passkey.late", "the challenge is too old");
        }
        return at;
    }

    private byte[] code(byte[] signed, String person) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(signed);
            return mac.doFinal(person.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
