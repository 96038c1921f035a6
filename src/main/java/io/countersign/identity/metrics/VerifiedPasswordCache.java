package io.countersign.identity.metrics;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right, each as an HMAC over the stored hash and the password, with a key that ends with this process.
 * It holds only while that hash is the stored one. Only people who signed in are in it, so nobody else can fill it.
 */
final class VerifiedPasswordCache {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] NOTHING = {};

    private final SecretKeySpec key;
    private final Map<String, byte[]> seals = new ConcurrentHashMap<>();

    VerifiedPasswordCache() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    boolean right(String name, String storedHash, String password) {
        return MessageDigest.isEqual(seal(storedHash, password), seals.getOrDefault(name, NOTHING));
    }

    void keep(String name, String storedHash, String password) {
        seals.put(name, seal(storedHash, password));
    }

    private byte[] seal(String storedHash, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(storedHash.getBytes(StandardCharsets.UTF_8)); // of one length always
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
