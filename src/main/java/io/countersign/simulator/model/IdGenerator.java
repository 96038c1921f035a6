package io.countersign.simulator.rules;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The 32 hexadecimal digits AWS names things with. */
final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String next() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
