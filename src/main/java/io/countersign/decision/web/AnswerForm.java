package io.countersign.decision.web;

import io.countersign.decision.Reason;
import io.countersign.input.FreeText;
import io.countersign.input.TypedText;
import io.countersign.invitation.InvitationFingerprint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Why a person approves a proposal or sends it back.
 *
 * @param fingerprint of what the page showed when the form was filled in
 */
public record AnswerForm(
        @FreeText(message = "decision.reason", min = Reason.SHORTEST, max = Reason.LONGEST)
        String because,

        @Nullable String fingerprint) {

    static final AnswerForm EMPTY = new AnswerForm("", null);

    public AnswerForm {
        because = TypedText.clean(because);
    }

    /** Whoever accepts must have seen what the page showed. */
    public void checkShown(Errors errors) {
        ShownFingerprint.check(fingerprint, errors);
    }

    /** Only for a valid form. */
    public Reason reason() {
        return new Reason(because);
    }

    /** Empty where it is missing or malformed. */
    public Optional<InvitationFingerprint> shown() {
        return ShownFingerprint.parse(fingerprint);
    }
}
