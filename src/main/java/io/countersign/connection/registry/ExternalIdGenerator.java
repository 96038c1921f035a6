package io.countersign.connection.registry;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes external ids that nobody guesses: each connection has its own, so that none opens another's role. */
public final class ExternalIdGenerator {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ExternalIdGenerator() {}

    /** "countersign-" and 32 hexadecimal digits. */
    public static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "countersign-" + HexFormat.of().formatHex(bytes);
    }
}
