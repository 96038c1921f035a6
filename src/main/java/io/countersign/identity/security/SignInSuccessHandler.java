package io.countersign.identity.security;

import io.countersign.identity.session.SignedInSession;
import io.countersign.identity.signin.KnownDevices;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Describes the new session for the list of sessions, stores its form token, remembers the device, and redirects to the
 * page that was requested before the sign-in.
 */
class SignInSuccessHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownDevices devices;

    SignInSuccessHandler(RequestCache requestedPage, KnownDevices devices) {
        this.devices = devices;
        setRequestCache(requestedPage);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        SignedInSession.describe(request);
        storeFormToken(request);
        devices.remember(person.getName(), request, response);
        super.onAuthenticationSuccess(request, response, person);
    }

    /** Otherwise the first page creates the token, and of several pages that are loaded together only one has a valid token. */
    private static void storeFormToken(HttpServletRequest request) {
        ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }
}
