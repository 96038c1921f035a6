package io.countersign.identity.passkey;

import io.countersign.input.PlainText;
import io.countersign.input.TypedText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form that adds a passkey.
 *
 * @param credential the answer of the browser as JSON, which a script fills in
 */
public record PasskeyForm(
        @NotEmpty(message = "{identity.passkey.label.missing}")
        @Size(max = 60, message = "{identity.passkey.label.long}")
        @PlainText(message = "{identity.passkey.label.control}")
        String label,

        String credential) {

    public PasskeyForm(@Nullable String label, @Nullable String credential) {
        this.label = TypedText.clean(label);
        this.credential = Objects.requireNonNullElse(credential, "");
    }

    /** Returns the form with a suggestion for the name. */
    public static PasskeyForm suggested(@Nullable String browser) {
        return new PasskeyForm(browser, null);
    }
}
