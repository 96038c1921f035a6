package io.countersign.identity;

import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Creates the password encoder of the command line and the sign-in. */
public final class PasswordEncoders {

    /** The prefix of each hash: the parameters that OWASP recommends for Argon2id. */
    public static final String PREFIX = "{argon2}$argon2id$v=19$m=19456,t=2,p=1$";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;

    private static final PasswordEncoder ARGON2 = new BoundedPasswordEncoder(
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS),
            atOnce(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory()));

    private PasswordEncoders() {}

    /** Returns how many hashes are computed at once: they use at most an eighth of the heap. */
    static int atOnce(int processors, long heapBytes) {
        return (int) Math.max(1, Math.min(processors, heapBytes / 8 / (MEMORY_KIB * 1024L)));
    }

    public static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("argon2", Map.of("argon2", ARGON2));
    }
}
