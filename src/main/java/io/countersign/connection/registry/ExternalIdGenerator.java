package io.countersign.connection.registry;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Generates unguessable external IDs. Each connection has its own, so that it cannot be used to assume the role of
 * another connection.
 */
public final class ExternalIdGenerator {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ExternalIdGenerator() {}

    /** Returns "countersign-" and 32 hexadecimal digits. */
    public static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "countersign-" + HexFormat.of().formatHex(bytes);
    }
}
