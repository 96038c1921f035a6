package io.countersign.connection.aws;

import org.jspecify.annotations.Nullable;

/** Cleans text from AWS for storage: replaces NUL and unpaired surrogates, which the database rejects, by U+FFFD. */
public final class StoredText {

    private static final int REPLACEMENT = 0xFFFD;

    private StoredText() {}

    public static String of(String text) {
        return text.codePoints()
                .map(c -> c == 0 || isHalf(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
