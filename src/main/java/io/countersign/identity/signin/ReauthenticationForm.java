package io.countersign.identity.signin;

import io.countersign.identity.LocalRedirect;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

/**
 * A password that was asked for again.
 *
 * @param to where the person was going
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
