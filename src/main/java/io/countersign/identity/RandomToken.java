package io.countersign.identity;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Creates secrets of 128 random bits. */
public final class RandomToken {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomToken() {}

    /** Returns 32 hexadecimal digits. */
    public static String next() {
        byte[] token = new byte[BYTES];
        RANDOM.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /** Returns the hash of a password that is not known to anyone. */
    public static String unknownPassword() {
        return PasswordEncoders.encoder().encode(next());
    }
}
