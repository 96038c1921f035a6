package io.countersign.decision;

import org.jspecify.annotations.Nullable;

/**
 * Somebody changed the reasons that are offered. Published inside the transaction that changes them.
 *
 * @param before null for a new one
 * @param after null for one that was removed
 */
public record ReasonsChanged(
        String person, @Nullable String before, @Nullable String after) {

    /** Old and new, in lines for people. */
    public String text() {
        return "reason offered: " + said(before) + "\n→ " + said(after);
    }

    private static String said(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
