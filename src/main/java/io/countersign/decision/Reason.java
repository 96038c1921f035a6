package io.countersign.decision;

import java.util.Optional;

/** Why a person decides as they do, in their words. */
public record Reason(String text) {

    public static final int SHORTEST = 10;
    /** In UTF-16 units, as browsers count for {@code maxlength}. */
    public static final int LONGEST = 1000;

    public Reason {
        problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Line ends as browsers send them become plain ones; white space around the text says nothing. */
    public static String clean(String typed) {
        return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** The message key of what is wrong with a cleaned text; empty where nothing is. */
    public static Optional<String> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of("reason.missing");
        }
        if (text.length() > LONGEST) {
            return Optional.of("reason.long");
        }
        if (text.codePoints().anyMatch(Reason::unprintable)) {
            return Optional.of("reason.control");
        }
        if (text.codePoints().noneMatch(Reason::says)) {
            return Optional.of("reason.punctuation");
        }
        return text.length() < SHORTEST ? Optional.of("reason.short") : Optional.empty();
    }

    /** A letter or digit that can be seen: the Hangul fillers count as letters and are blank. */
    private static boolean says(int c) {
        return Character.isLetterOrDigit(c) && "\u115f\u1160\u3164\uffa0".indexOf(c) < 0;
    }

    private static boolean unprintable(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return surrogate || Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
