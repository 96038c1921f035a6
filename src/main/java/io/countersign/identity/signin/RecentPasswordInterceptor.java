package io.countersign.identity.signin;

import io.countersign.identity.FormPassword;
import io.countersign.identity.RecentAuthentication;
import io.countersign.identity.RequiresCurrentGroups;
import io.countersign.identity.RequiresRecentPassword;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks for the password or the sign-in before a form with {@link RequiresRecentPassword} or {@link RequiresCurrentGroups}
 * reaches its controller, after the role guard.
 */
class RecentPasswordInterceptor implements HandlerInterceptor {

    private final RecentAuthentication authentication;
    private final FormPassword password;

    RecentPasswordInterceptor(RecentAuthentication authentication, FormPassword password) {
        this.authentication = authentication;
        this.password = password;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletException, IOException {
        if (!asks(handler)) {
            return true;
        }
        FormPassword.Check check = password.check(request, response);
        if (!check.recent()) {
            PasswordPrompt.show(check.problem(), request, response);
        }
        return check.recent();
    }

    private boolean asks(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(RequiresRecentPassword.class) && !authentication.fresh()
                        || method.hasMethodAnnotation(RequiresCurrentGroups.class) && authentication.outdated());
    }
}
