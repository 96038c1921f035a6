package io.countersign.identity.signin;

import io.countersign.identity.session.RenewedSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Checks the password of a signed-in user again, and keeps its time in the session. */
@Component
class PasswordConfirmation {

    private final RateLimitedAuthenticationProvider signIn;

    PasswordConfirmation(RateLimitedAuthenticationProvider signIn) {
        this.signIn = signIn;
    }

    /** Returns the message key of the problem; null if the password is correct. */
    @Nullable
    String check(String password, HttpServletRequest request, HttpServletResponse response) {
        try {
            Authentication person = SecurityContextHolder.getContext().getAuthentication();
            RenewedSession.keep(signIn.again(person, password), request, response);
            return null;
        } catch (LockedException e) {
            return "identity.again.locked";
        } catch (AuthenticationException e) {
            return "identity.again.wrong";
        }
    }
}
