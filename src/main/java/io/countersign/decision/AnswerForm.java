package io.countersign.decision;

import io.countersign.invitation.Fingerprint;
import io.countersign.site.FreeText;
import io.countersign.site.TypedText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Why a person approves a proposal or sends it back.
 *
 * @param fingerprint of what the page showed when the form was filled in
 */
record AnswerForm(
        @FreeText(message = "decision.reason", min = Reason.SHORTEST, max = Reason.LONGEST)
        String because,

        @Nullable String fingerprint) {

    static final AnswerForm EMPTY = new AnswerForm("", null);

    AnswerForm {
        because = TypedText.clean(because);
    }

    /** Whoever accepts must have seen what the page showed. */
    void checkShown(Errors errors) {
        ShownFingerprint.check(fingerprint, errors);
    }

    /** Only for a valid form. */
    Reason reason() {
        return new Reason(because);
    }

    /** Empty where it is missing or malformed. */
    Optional<Fingerprint> shown() {
        return ShownFingerprint.parse(fingerprint);
    }
}
