package io.countersign.connection;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes external ids that nobody guesses: each connection has its own, so that none opens another's role. */
final class ExternalIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ExternalIds() {}

    /** "countersign-" and 32 hexadecimal digits. */
    static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "countersign-" + HexFormat.of().formatHex(bytes);
    }
}
