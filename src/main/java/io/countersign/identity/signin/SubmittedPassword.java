package io.countersign.identity.signin;

import io.countersign.identity.FormPassword;
import io.countersign.identity.IdentityProviders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.stereotype.Component;

/** Reads the password, or the answer of a passkey, from the form, and counts the forms without a correct one. */
@Component
class SubmittedPassword implements FormPassword {

    private final PasswordConfirmation confirmation;
    private final PasskeyConfirmation passkeys;
    private final RefusedForms refusedForms;
    private final IdentityProviders providers;

    SubmittedPassword(
            PasswordConfirmation confirmation,
            PasskeyConfirmation passkeys,
            RefusedForms refusedForms,
            IdentityProviders providers) {
        this.confirmation = confirmation;
        this.passkeys = passkeys;
        this.refusedForms = refusedForms;
        this.providers = providers;
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
        String passkey = request.getParameter(PASSKEY);
        if (passkey != null && !passkey.isEmpty()) {
            String problem = passkeys.check(passkey, request, response);
            return new Check(problem == null, problem);
        }
        String typed = request.getParameter(FIELD);
        if (typed == null) {
            return new Check(false, null);
        }
        String problem = typed.isEmpty() || confirmsElsewhere(request)
                ? "identity.again.missing"
                : confirmation.check(typed, request, response);
        return new Check(problem == null, problem);
    }

    /** Such a user has no password, and the field is an empty one that shows that the form was sent again. */
    private boolean confirmsElsewhere(HttpServletRequest request) {
        Principal person = request.getUserPrincipal();
        return person != null && providers.again(person.getName()).isPresent();
    }
}
