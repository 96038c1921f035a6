package io.countersign.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Checks the password of a signed-in user again, and keeps its time in the session. */
@Component
class PasswordConfirmation {

    private final RateLimitedAuthenticationProvider signIn;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    PasswordConfirmation(RateLimitedAuthenticationProvider signIn) {
        this.signIn = signIn;
    }

    /** Returns the message key of the problem; null if the password is correct. */
    @Nullable
    String check(String password, HttpServletRequest request, HttpServletResponse response) {
        try {
            Authentication person = SecurityContextHolder.getContext().getAuthentication();
            keep(signIn.again(person, password), request, response);
            return null;
        } catch (LockedException e) {
            return "identity.again.locked";
        } catch (AuthenticationException e) {
            return "identity.again.wrong";
        }
    }

    /** Changes the session ID but keeps the attributes, so that forms in other windows stay valid. */
    private void keep(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = new SecurityContextImpl(person);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
