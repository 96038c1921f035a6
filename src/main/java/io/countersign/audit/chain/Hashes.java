package io.countersign.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public final class Hashes {

    /** The previous hash of the first entry and of the first checkpoint. */
    public static final String NONE = "0".repeat(64);

    private Hashes() {}

    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of an entry. It includes the digest of the text, so that a receipt can omit the texts of other entries. */
    public static String link(String previous, String canonical) {
        return of(previous + of(canonical));
    }

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
