package io.countersign.simulator.model;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Generates ids of 32 hexadecimal digits, as AWS does. */
public final class IdGenerator {

    private static final SecureRandom RANDOM = new SecureRandom();

    private IdGenerator() {}

    public static String next() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
