package io.countersign.identity.signin;

import io.countersign.identity.FormPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads the password from the body of the request and counts the forms without a correct one. */
@Component
class SubmittedPassword implements FormPassword {

    private final PasswordConfirmation confirmation;
    private final RefusedForms refusedForms;

    SubmittedPassword(PasswordConfirmation confirmation, RefusedForms refusedForms) {
        this.confirmation = confirmation;
        this.refusedForms = refusedForms;
    }

    @Override
    public Check check(HttpServletRequest request, HttpServletResponse response) {
        Check check = typed(request, response);
        if (!check.recent()) {
            refusedForms.withoutRecentPassword();
        }
        return check;
    }

    private Check typed(HttpServletRequest request, HttpServletResponse response) {
        String typed = request.getParameter(FIELD);
        if (typed == null || inQuery(request)) {
            return new Check(false, null);
        }
        String problem = typed.isEmpty() ? "identity.again.missing" : confirmation.check(typed, request, response);
        return new Check(problem == null, problem);
    }

    /** Proxies log addresses, so a password in one does not count. */
    private static boolean inQuery(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet()
                .stream()
                .anyMatch(name -> FIELD.equals(URLDecoder.decode(name, StandardCharsets.UTF_8)));
    }
}
