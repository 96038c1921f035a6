package io.countersign.identity.signin;

import io.countersign.identity.LocalPath;
import org.jspecify.annotations.Nullable;

/**
 * A password that was asked for again.
 *
 * @param to where the person was going
 */
record ReauthenticationForm(
        @Nullable String password, @Nullable String to) {

    String typed() {
        return password == null ? "" : password;
    }

    public String path() {
        return LocalPath.of(to == null ? "" : to);
    }

    @Override
    public String toString() {
        return "AgainForm[to=" + to + "]";
    }
}
