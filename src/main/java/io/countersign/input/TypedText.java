package io.countersign.input;

import org.jspecify.annotations.Nullable;

/** Normalizes text from forms. */
public final class TypedText {

    private TypedText() {}

    /**
     * Returns the text with normalized line ends and without surrounding white space; empty if the field is missing or
     * contains nothing that a reader can see.
     */
    public static String clean(@Nullable String typed) {
        return typed == null || VisibleText.isBlank(typed)
                ? ""
                : typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Returns the version that the user saw; 0, which no stored version has, if it is missing or invalid. */
    public static int version(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
