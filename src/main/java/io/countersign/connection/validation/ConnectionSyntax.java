package io.countersign.connection.validation;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.input.UnsafeCharacters;

/** The syntax of single values of a connection. */
public final class ConnectionSyntax {

    private ConnectionSyntax() {}

    public static boolean isRegion(String value) {
        return valid(() -> new Region(value));
    }

    static boolean isAccountId(String value) {
        return valid(() -> new AccountId(value));
    }

    public static boolean isName(String value) {
        return value.length() <= 100
                && value.codePoints().anyMatch(ConnectionSyntax::visible)
                && UnsafeCharacters.noneIn(value);
    }

    /** Invisible characters are allowed between letters, but a name needs a visible character. */
    private static boolean visible(int c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT;
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
