package io.countersign.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rule that compares names of users: all spellings of one name mean one user. */
public final class PersonName {

    /** An email address has at most 254 characters. */
    public static final int LONGEST = 254;

    /** ASCII only, so that no name contains the look-alike of a letter from another script. */
    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._@+'-]{0," + (LONGEST - 1) + "}";

    private static final Pattern NAME = Pattern.compile(PATTERN);

    private PersonName() {}

    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Returns the same text for all spellings of a name: in Unicode form NFKC, trimmed and in lower case. Phones type the
     * apostrophe of a name as a quotation mark, so both are the same.
     */
    public static String key(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    public static boolean same(String name, String other) {
        return key(name).equals(key(other));
    }

    /** Returns whether the names are the same, or readers may take one for the other: many fonts show l, 1 and I alike, and o and 0. */
    public static boolean looksLike(String name, String other) {
        return same(name, other) || shape(name).equals(shape(other));
    }

    /** As {@link #looksLike}, without what follows the {@code @}. */
    public static boolean looksLikeBeforeAt(String name, String other) {
        return looksLike(beforeAt(name), beforeAt(other));
    }

    /** Returns {@code ana} for {@code ana@example.com}. */
    public static String beforeAt(String name) {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    private static String shape(String name) {
        return key(name.replace('I', 'l')).replace('1', 'l').replace('0', 'o');
    }
}
