package io.countersign.identity.signin;

import io.countersign.identity.LocalRedirect;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

/**
 * The form with the password for reauthentication.
 *
 * @param the redirect target
 */
record ReauthenticationForm(
        @NotEmpty(message = "{identity.again.missing}") @Nullable
        String password,

        @Nullable String to) {

    String typed() {
        return password == null ? "" : password;
    }

    public String path() {
        return LocalRedirect.to(to);
    }

    @Override
    public String toString() {
        return "ReauthenticationForm[to=" + to + "]";
    }
}
