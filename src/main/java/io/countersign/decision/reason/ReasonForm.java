package io.countersign.decision.reason;

import io.countersign.decision.Reason;
import io.countersign.decision.ReasonTemplate;
import io.countersign.input.FreeText;
import io.countersign.input.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * A reason to be offered, as a lead typed it. The rules are those for the reason of a decision, since it becomes one.
 *
 * @param version of the text that the person saw; null for a new one
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
