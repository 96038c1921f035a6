package io.countersign.decision.web;

import io.countersign.decision.Reason;
import io.countersign.input.FreeText;
import io.countersign.input.TypedText;
import io.countersign.invitation.InvitationFingerprint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The reason of a user who approves a proposal or sends it back.
 *
 * @param fingerprint the fingerprint of the facts that the page showed
 */
public record AnswerForm(
        @FreeText(message = "decision.reason", min = Reason.SHORTEST, max = Reason.LONGEST)
        String because,

        @Nullable String fingerprint) {

    static final AnswerForm EMPTY = new AnswerForm("", null);

    public AnswerForm {
        because = TypedText.clean(because);
    }

    /** Rejects a missing or malformed fingerprint; only an accept needs one. */
    public void checkShown(Errors errors) {
        ShownFingerprint.check(fingerprint, errors);
    }

    /** Only for a valid form. */
    public Reason reason() {
        return new Reason(because);
    }

    /** Empty if the fingerprint is missing or malformed. */
    public Optional<InvitationFingerprint> shown() {
        return ShownFingerprint.parse(fingerprint);
    }
}
