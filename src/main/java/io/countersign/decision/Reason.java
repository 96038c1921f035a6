package io.countersign.decision;

import io.countersign.input.FreeTextValidator;

/** The reason of a user for a decision. */
public record Reason(String text) {

    public static final int SHORTEST = 10;

    /** In UTF-16 units, as browsers count {@code maxlength}. */
    public static final int LONGEST = 1000;

    public Reason {
        FreeTextValidator.problem(text, SHORTEST, LONGEST).ifPresent(problem -> {
            throw new IllegalArgumentException("the reason is not valid: " + problem);
        });
    }
}
