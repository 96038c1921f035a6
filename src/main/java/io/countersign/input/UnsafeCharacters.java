package io.countersign.input;

/**
 * Characters that forge, hide or reorder text: control characters, line separators, unpaired surrogates and bidi
 * overrides.
 */
public final class UnsafeCharacters {

    private UnsafeCharacters() {}

    public static boolean contains(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        };
    }

    /** Checks text of one line. */
    public static boolean noneIn(String text) {
        return text.codePoints().noneMatch(UnsafeCharacters::contains);
    }

    /** Checks text with line breaks and tabs. */
    public static boolean noneInLines(String text) {
        return text.codePoints().noneMatch(c -> contains(c) && c != '\n' && c != '\t');
    }
}
