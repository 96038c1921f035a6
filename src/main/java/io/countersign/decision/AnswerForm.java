package io.countersign.decision;

import io.countersign.invitation.Fingerprint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a person typed about somebody's wish: why they confirm a proposal or send it back, or why they decide alone.
 *
 * @param fingerprint of what the page showed that the form stood on
 */
record AnswerForm(@Nullable String because, @Nullable String fingerprint) {

    /** A reason for passing over everybody else is longer. */
    static final int LONG = 50;

    static final AnswerForm EMPTY = new AnswerForm(null, null);

    void check(Errors errors) {
        Reason.problem(text())
                .ifPresent(problem -> errors.rejectValue(
                        "because",
                        "decision." + problem,
                        new Object[] {Reason.SHORTEST, Reason.LONGEST, text().length()},
                        null));
    }

    /** That the form says what the page showed, which whoever accepts must have seen. */
    void checkShown(Errors errors) {
        if (fingerprint == null || fingerprint.isEmpty()) {
            errors.reject("decision.fingerprint.missing");
        } else if (shown().isEmpty()) {
            errors.reject("decision.fingerprint.malformed");
        }
    }

    void checkLong(Errors errors) {
        check(errors);
        if (!errors.hasFieldErrors("because") && text().length() < LONG) {
            errors.rejectValue("because", "alone.reason.short", new Object[] {LONG, text().length()}, null);
        }
    }

    /** Only for a form without errors. */
    Reason reason() {
        return new Reason(text());
    }

    /** Empty where it is missing or malformed. */
    Optional<Fingerprint> shown() {
        try {
            return Optional.ofNullable(fingerprint).map(Fingerprint::new);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private String text() {
        return Reason.clean(because == null ? "" : because);
    }
}
