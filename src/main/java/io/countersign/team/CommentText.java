package io.countersign.team;

import java.util.Optional;

/** The rules for what people say: some words, not too many, and nothing that cannot be shown. */
final class CommentText {

    /** In UTF-16 units, as browsers count for {@code maxlength}. */
    static final int LONGEST = 1000;

    private CommentText() {}

    /** Line ends as browsers send them become plain ones; white space around the text says nothing. */
    static String clean(String typed) {
        return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** The message key of what is wrong with a cleaned text; empty where nothing is. */
    static Optional<String> problem(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of("team.comment.empty");
        }
        if (text.length() > LONGEST) {
            return Optional.of("team.comment.long");
        }
        return unprintable(text) ? Optional.of("team.comment.control") : Optional.empty();
    }

    static boolean unprintable(String text) {
        return text.codePoints().anyMatch(CommentText::unprintable);
    }

    private static boolean unprintable(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return surrogate || Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
