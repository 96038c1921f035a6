package io.countersign.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Stores an authentication in a session. */
public final class RenewedSession {

    private static final HttpSessionSecurityContextRepository SESSIONS = new HttpSessionSecurityContextRepository();

    private RenewedSession() {}

    /** Changes the session ID but keeps the attributes, so that forms in other windows stay valid. */
    public static void keep(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        store(person, request, response);
    }

    /** Stores the authentication for this request and those that follow. */
    public static void store(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = new SecurityContextImpl(person);
        SecurityContextHolder.setContext(context);
        SESSIONS.saveContext(context, request, response);
    }
}
