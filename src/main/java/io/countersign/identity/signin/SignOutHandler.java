package io.countersign.identity.signin;

import io.countersign.identity.IdentityProviders;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Records a sign-out after the session has ended, so that a failed audit entry does not prevent the sign-out. The
 * browser deletes the drafts of forms. The sign-out of a user of an identity provider continues there. */
public class SignOutHandler implements LogoutSuccessHandler {

    private final SignInRecorder record;

    public SignOutHandler(SignInRecorder record) {
        this.record = record;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException, ServletException {
        if (person != null) {
            record.signedOut(person.getName());
        }
        response.setHeader("Clear-Site-Data", "\"storage\"");
        if (request.getAttribute(IdentityProviders.SIGN_OUT_THERE) == null) {
            response.sendRedirect(request.getContextPath() + "/login?signed-out");
        } else {
            request.getRequestDispatcher(IdentityProviders.SIGNED_OUT).forward(request, response);
        }
    }
}
