package io.countersign.user;

import io.countersign.input.PlainText;
import io.countersign.input.TypedText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The form that renames a passkey. */
record PasskeyNameForm(
        @NotEmpty(message = "{identity.passkey.label.missing}")
        @Size(max = 60, message = "{identity.passkey.label.long}")
        @PlainText(message = "{identity.passkey.label.control}")
        String label) {

    PasskeyNameForm(@Nullable String label) {
        this.label = TypedText.clean(label);
    }
}
