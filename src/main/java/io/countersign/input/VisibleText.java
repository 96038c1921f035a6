package io.countersign.input;

/** Shows characters that hide, reorder or forge text with visible signs; line breaks and tabs stay. */
public final class VisibleText {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int LAST_LATIN = 0x2FF;

    /** Letters, marks and symbols that fonts show as nothing or as a space. */
    private static final String BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";

    /** Format characters that fonts show: the number signs and end marks of Arabic and Syriac. */
    private static final String SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2";

    private VisibleText() {}

    public static String of(String text) {
        if (text.chars().allMatch(VisibleText::isHarmless)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            shown.appendCodePoint(isHarmless(c) || joins(c, before) ? c : sign(c));
            before = c;
        }
        return shown.toString();
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

    private static boolean isHarmless(int c) {
        return c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t';
    }

    /** Joiners are part of emoji and of words in many scripts, but not of Latin words. */
    private static boolean joins(int c, int before) {
        return (c == 0x200C || c == 0x200D) && before > LAST_LATIN && !isInvisible(before);
    }

    private static boolean isInvisible(int c) {
        return BLANKS.indexOf(c) >= 0 || Character.getType(c) == Character.FORMAT && SIGNS.indexOf(c) < 0;
    }
}
