package io.countersign.connection.validation;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.input.UnsafeCharacters;
import io.countersign.input.VisibleText;

/** The syntax of single values of a connection. */
public final class ConnectionSyntax {

    private ConnectionSyntax() {}

    public static boolean isRegion(String value) {
        return valid(() -> new Region(value));
    }

    static boolean isAccountId(String value) {
        return valid(() -> new AccountId(value));
    }

    /** Invisible characters are allowed between letters, but a name needs a visible character. */
    public static boolean isName(String value) {
        return value.length() <= 100 && !VisibleText.isBlank(value) && UnsafeCharacters.noneIn(value);
    }

    private static boolean valid(Runnable construction) {
        try {
            construction.run();
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
