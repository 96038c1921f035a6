package io.countersign.decision.reason;

import io.countersign.decision.Reason;
import io.countersign.decision.ReasonTemplate;
import io.countersign.input.FreeText;
import io.countersign.input.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * The form of a reason template. The same limits apply as to the reason of a decision, because the text becomes one.
 *
 * @param version the version that the user saw; null for a new template
 */
record ReasonForm(
        @FreeText(message = "decision.reason", min = Reason.SHORTEST, max = Reason.LONGEST)
        String text,

        @Nullable String version) {

    ReasonForm {
        text = TypedText.clean(text);
    }

    static ReasonForm empty() {
        return new ReasonForm("", null);
    }

    static ReasonForm of(ReasonTemplate stored) {
        return new ReasonForm(stored.text(), Integer.toString(stored.version()));
    }

    int seenVersion() {
        return TypedText.version(version);
    }

    /** Only for a valid form. */
    Reason reason() {
        return new Reason(text);
    }
}
