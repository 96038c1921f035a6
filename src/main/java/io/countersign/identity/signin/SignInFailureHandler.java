package io.countersign.identity.signin;

import io.countersign.http.HostCookie;
import io.countersign.identity.PersonName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Redirects to the sign-in page and keeps the name in a cookie for a minute. */
public class SignInFailureHandler implements AuthenticationFailureHandler {

    static final String NAME_COOKIE = "name";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        HostCookie.set(NAME_COOKIE, typedName(request), Duration.ofMinutes(1), request, response);
        response.sendRedirect(
                request.getContextPath() + (why instanceof LockedException ? "/login?locked" : "/login?error"));
    }

    /** Other texts are not names, and cookies cannot hold all of them. */
    private static String typedName(HttpServletRequest request) {
        String name = request.getParameter("username");
        return name != null && PersonName.isValid(name) ? name : "";
    }
}
