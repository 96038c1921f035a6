package io.countersign.input;

import org.jspecify.annotations.Nullable;

/** Text as a browser sends it. */
public final class TypedText {

    private TypedText() {}

    /** With plain line ends and without white space around it; empty where the field is missing. */
    public static String clean(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** The version that the person saw; 0, which no stored version has, where the form does not say. */
    public static int version(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
