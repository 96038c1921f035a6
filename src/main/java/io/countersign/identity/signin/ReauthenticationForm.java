package io.countersign.identity.signin;

import io.countersign.identity.LocalRedirect;
import org.jspecify.annotations.Nullable;

/**
 * The form with the password or passkey for reauthentication.
 *
 * @param passkey the answer of the browser as JSON, which a script fills in
 * @param the redirect target
 */
record ReauthenticationForm(
        @Nullable String password,
        @Nullable String passkey,
        @Nullable String to) {

    String typed() {
        return password == null ? "" : password;
    }

    String answer() {
        return passkey == null ? "" : passkey;
    }

    public String path() {
        return LocalRedirect.to(to);
    }

    @Override
    public String toString() {
        return "ReauthenticationForm[to=" + to + "]";
    }
}
