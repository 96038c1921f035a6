package io.countersign.identity.signin;

import io.countersign.identity.RecentAuthentication;
import io.countersign.identity.RequiresRecentPassword;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks for the password before a form with {@link RequiresRecentPassword} reaches its controller, after the role guard. */
class RecentPasswordInterceptor implements HandlerInterceptor {

    private final RecentAuthentication authentication;
    private final PasswordConfirmation confirmation;
    private final RefusedForms refusedForms;

    RecentPasswordInterceptor(
            RecentAuthentication authentication, PasswordConfirmation confirmation, RefusedForms refusedForms) {
        this.authentication = authentication;
        this.confirmation = confirmation;
        this.refusedForms = refusedForms;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletException, IOException {
        if (!sensitive(handler) || authentication.fresh()) {
            return true;
        }
        String typed = request.getParameter(PasswordPrompt.PASSWORD);
        String password = typed == null || inQuery(request) ? null : typed;
        String problem = password == null ? null : problem(password, request, response);
        if (password != null && problem == null) {
            return true;
        }
        refusedForms.withoutRecentPassword();
        PasswordPrompt.show(problem, request, response);
        return false;
    }

    /** Proxies log addresses, so a password in one does not count; the prompt sends the form without the query. */
    private static boolean inQuery(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet()
                .stream()
                .anyMatch(name -> PasswordPrompt.PASSWORD.equals(URLDecoder.decode(name, StandardCharsets.UTF_8)));
    }

    private static boolean sensitive(Object handler) {
        return handler instanceof HandlerMethod method && method.hasMethodAnnotation(RequiresRecentPassword.class);
    }

    private @Nullable String problem(String password, HttpServletRequest request, HttpServletResponse response) {
        return password.isEmpty() ? "identity.again.missing" : confirmation.check(password, request, response);
    }
}
