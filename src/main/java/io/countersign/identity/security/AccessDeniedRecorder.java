package io.countersign.identity.security;

import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.identity.WarmUpAccess;
import io.countersign.identity.signin.RefusedForms;
import io.countersign.identity.signin.SignInRecorder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Responds with 403, or with 415 to a form of a signed-in user in a format whose token cannot be read. The request
 * attribute {@code countersign.expired} marks a form without a valid token, so that the error page can say that nothing
 * was sent: {@code signed-out} if its user is signed out, otherwise {@code expired}; {@code countersign.not-yours}
 * contains the reason of a refusal that the user may read. Requests without a sufficient role, requests for data of other
 * users or teams, and forms without a valid token are recorded.
 */
class AccessDeniedRecorder implements AccessDeniedHandler {

    private static final String EXPIRED = "countersign.expired";
    private static final String NOT_YOURS = "countersign.not-yours";

    private final SignInRecorder record;
    private final RefusedForms refusedForms;

    AccessDeniedRecorder(SignInRecorder record, RefusedForms refusedForms) {
        this.record = record;
        this.refusedForms = refusedForms;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            refusedForms.withoutToken(signedIn(), request.getMethod(), request.getServletPath());
            expired(request, response);
            return;
        }
        if (why instanceof InvitationAccessDeniedException foreign) {
            request.setAttribute(NOT_YOURS, foreign.getMessage());
        }
        Principal person = request.getUserPrincipal();
        if (!WarmUpAccess.marked(request)) {
            record.accessRefused(person == null ? "" : person.getName(), request.getMethod(), request.getServletPath());
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** The token is checked before the request has a principal. */
    private static @Nullable String signedIn() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null ? null : person.getName();
    }

    private static void expired(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/login")) {
            response.sendRedirect(request.getContextPath() + "/login?expired");
            return;
        }
        if (signedIn() != null && unreadable(request)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        request.setAttribute(EXPIRED, signedIn() == null ? "signed-out" : "expired");
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** The container reads the fields of this one format only. */
    private static boolean unreadable(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
