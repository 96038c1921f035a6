package io.countersign.identity.security;

import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.identity.signin.SignInRecorder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers 403. A form whose session has ended carries the request attribute {@code countersign.expired}, so that the error
 * page can say that nothing was sent; what belongs to others carries {@code countersign.not-yours}, the words that say to
 * whom. A role that does not suffice, and a look at what is others', are recorded.
 */
class AccessDeniedRecorder implements AccessDeniedHandler {

    private static final String EXPIRED = "countersign.expired";
    private static final String NOT_YOURS = "countersign.not-yours";

    private final SignInRecorder record;

    AccessDeniedRecorder(SignInRecorder record) {
        this.record = record;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            expired(request, response);
            return;
        }
        if (why instanceof InvitationAccessDeniedException foreign) {
            request.setAttribute(NOT_YOURS, foreign.getMessage());
        }
        Principal person = request.getUserPrincipal();
        record.accessRefused(person == null ? "" : person.getName(), request.getMethod(), request.getServletPath());
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static void expired(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/login")) {
            response.sendRedirect(request.getContextPath() + "/login?expired");
            return;
        }
        request.setAttribute(EXPIRED, true);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
