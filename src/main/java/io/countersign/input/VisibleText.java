package io.countersign.input;

/** Shows characters that hide, reorder or forge text with visible signs; line breaks and tabs stay. */
public final class VisibleText {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int LAST_LATIN = 0x2FF;

    /** Letters, marks and symbols that fonts show as nothing or as a space. */
    private static final String BLANKS =
            "\u0345\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";

    /** Format characters that fonts show: the number signs and end marks of Arabic and Syriac. */
    private static final String SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2";

    /** Emoji that Unicode counts as punctuation or that are Latin. */
    private static final String OTHER_EMOJI = "\u00a9\u00ae\u203c\u2049\u3030";

    private static final int KEYCAP = 0x20E3;

    private VisibleText() {}

    public static String of(String text) {
        if (isHarmless(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int before = ' ';
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            int after = i + 1 < points.length ? points[i + 1] : ' ';
            boolean kept = isHarmless(c) || joins(c, before) || selects(c, before, after);
            shown.appendCodePoint(kept ? c : sign(c));
            before = kept || !isInvisible(c) ? c : ' ';
        }
        return shown.toString();
    }

    /** Returns whether fonts show the text as nothing or as spaces. Control characters are not blank: they are errors. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c));
    }

    /** Returns a picture such as ␛ for a control character, and U+FFFD for other unsafe and invisible ones. */
    private static int sign(int c) {
        return isInvisible(c) ? REPLACEMENT : signOfUnsafe(c);
    }

    /** As {@link #of}, but leaves invisible characters, which cannot forge or reorder text. */
    public static int signOfUnsafe(int c) {
        if (c < ' ') {
            return CONTROL_PICTURES + c;
        }
        if (c == 0x7F) {
            return DELETE_PICTURE;
        }
        return UnsafeCharacters.contains(c) ? REPLACEMENT : c;
    }

    /** A loop, because each text of a page passes here. */
    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isHarmless(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmless(int c) {
        return c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t';
    }

    /** Joiners are part of emoji and of words in many scripts, but not of Latin words. */
    private static boolean joins(int c, int before) {
        return (c == 0x200C || c == 0x200D) && before > LAST_LATIN && Character.getType(before) != Character.FORMAT;
    }

    /** Two of the variation selectors choose between the colored and the plain form of an emoji. */
    private static boolean selects(int c, int before, int after) {
        return (c == 0xFE0E || c == 0xFE0F) && (after == KEYCAP || isEmoji(before));
    }

    private static boolean isEmoji(int c) {
        int type = Character.getType(c);
        return OTHER_EMOJI.indexOf(c) >= 0
                || c > LAST_LATIN && (type == Character.OTHER_SYMBOL || type == Character.MATH_SYMBOL);
    }

    static boolean isInvisible(int c) {
        return BLANKS.indexOf(c) >= 0
                || Character.getType(c) == Character.FORMAT && SIGNS.indexOf(c) < 0
                || c >= 0xFE00 && c <= 0xFE0F
                || isSpecial(c);
    }

    /** Noncharacters, and the ranges that Unicode reserves for characters without a glyph. */
    private static boolean isSpecial(int c) {
        return (c & 0xFFFE) == 0xFFFE
                || c >= 0xFDD0 && c <= 0xFDEF
                || c == 0x2065
                || c >= 0xFFF0 && c <= 0xFFFB
                || c >= 0xE0000 && c <= 0xE0FFF;
    }
}
