package io.countersign.decision;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A reason to be offered, as a lead typed it.
 *
 * @param version of the text that the person saw; null for a new one
 */
record ReasonForm(@Nullable String text, @Nullable String version) {

    static ReasonForm of(ReasonTemplate stored) {
        return new ReasonForm(stored.text(), Integer.toString(stored.version()));
    }

    /** The same rules as for the reason of a decision, since it becomes one. */
    void check(Errors errors) {
        Reason.problem(clean())
                .ifPresent(problem -> errors.rejectValue(
                        "text",
                        "decision." + problem,
                        new Object[] {Reason.SHORTEST, Reason.LONGEST, clean().length()},
                        null));
    }

    /** Only for a form without errors. */
    Reason reason() {
        return new Reason(clean());
    }

    /** Which version the person saw; none that exists where the form does not tell. */
    int seen() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    private String clean() {
        return Reason.clean(text == null ? "" : text);
    }
}
