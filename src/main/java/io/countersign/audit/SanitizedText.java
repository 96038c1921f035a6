package io.countersign.audit;

import io.countersign.input.VisibleText;
import org.jspecify.annotations.Nullable;

/** Sanitizes text for a column: replaces control and bidi characters visibly, and cuts long text visibly. */
public final class SanitizedText {

    private SanitizedText() {}

    /** Text of one line. */
    public static @Nullable String line(@Nullable String text, int max) {
        return text == null ? null : fit(text, max, false);
    }

    /** Text that may contain line breaks. */
    public static @Nullable String lines(@Nullable String text, int max) {
        return text == null ? null : fit(text, max, true);
    }

    private static String fit(String text, int max, boolean breaks) {
        // longer than needed, so that hostile lengths are not copied as a whole
        String head = text.length() > max ? text.substring(0, max + 1) : text;
        StringBuilder shown = new StringBuilder(head.length());
        head.codePoints().map(c -> visible(c, breaks)).forEach(shown::appendCodePoint);
        return shown.length() > max ? cut(shown, max) : shown.toString();
    }

    private static String cut(StringBuilder text, int max) {
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }

    private static int visible(int c, boolean breaks) {
        return breaks && (c == '\n' || c == '\r' || c == '\t') ? c : VisibleText.signOfUnsafe(c);
    }
}
