package io.countersign.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Records a sign-out after the session has ended, so that a failed audit entry does not prevent the sign-out. The
 * browser deletes the drafts of forms. */
public class SignOutHandler implements LogoutSuccessHandler {

    private final SignInRecorder record;

    public SignOutHandler(SignInRecorder record) {
        this.record = record;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException {
        if (person != null) {
            record.signedOut(person.getName());
        }
        response.setHeader("Clear-Site-Data", "\"storage\"");
        response.sendRedirect(request.getContextPath() + "/login?signed-out");
    }
}
