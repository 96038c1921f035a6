package io.countersign.identity.signin;

import io.countersign.identity.FormPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Reads the password from the form and counts the forms without a correct one. */
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
        if (typed == null) {
            return new Check(false, null);
        }
        String problem = typed.isEmpty() ? "identity.again.missing" : confirmation.check(typed, request, response);
        return new Check(problem == null, problem);
    }
}
