package io.countersign.decision.web.approval;

import io.countersign.connection.InvitationId;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Reason;
import io.countersign.decision.web.ShownFingerprint;
import io.countersign.input.FreeText;
import io.countersign.input.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The reason of an admin who accepts without a second approval. Its minimum length is greater than for other reasons.
 *
 * @param fingerprint the fingerprint of the facts that the page showed
 */
record BreakGlassForm(
        @FreeText(message = "decision.reason", min = 50, max = Reason.LONGEST)
        String because,

        @Nullable String fingerprint) {

    static final BreakGlassForm EMPTY = new BreakGlassForm("", null);

    BreakGlassForm {
        because = TypedText.clean(because);
    }

    void checkShown(Errors errors) {
        ShownFingerprint.check(fingerprint, errors);
    }

    /** Only for a valid form. */
    DecideCommand command(InvitationId invitation, String person) {
        return DecideCommand.breakGlass(
                invitation,
                new Reason(because),
                person,
                ShownFingerprint.parse(fingerprint).orElseThrow());
    }
}
