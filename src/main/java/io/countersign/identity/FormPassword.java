package io.countersign.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Checks the password that a user gives in the form that needs it. */
public interface FormPassword {

    /** The field of the answer of a passkey, which replaces the password. No other field has this name. */
    String PASSKEY = "passkey";

    /** The field of the password. No other field has this name. */
    String FIELD = "current-password";

    /**
     * Whether the form may be processed.
     *
     * @param problem message key of what is wrong with the password; null if it is correct, or if the form had no field for
     *     it
     */
    record Check(boolean recent, @Nullable String problem) {}

    /** Checks the password with the attempt limit of a sign-in. If it is correct, the authentication is recent from now on. */
    Check check(HttpServletRequest request, HttpServletResponse response);
}
