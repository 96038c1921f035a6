package io.countersign.identity;

import io.countersign.audit.chain.Hashes;

/** Identifies a user in the storage of a browser, which other users of the browser may read, without the name. */
public final class PersonKey {

    private static final int LENGTH = 32;

    private PersonKey() {}

    public static String of(String name) {
        return Hashes.of("browser storage of " + name).substring(0, LENGTH);
    }
}
