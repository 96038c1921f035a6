package io.countersign.identity.signin;

import io.countersign.identity.CanRead;
import io.countersign.identity.IdentityProviders;
import io.countersign.identity.RecentAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks a signed-in user for the password, or for another sign-in at the provider, and redirects to the original target. */
@Controller
@CanRead
class ReauthenticationController {

    private static final String PAGE = "identity/again";

    private final PasswordConfirmation confirmation;
    private final PasskeyConfirmation passkeys;
    private final RecentAuthentication recent;
    private final IdentityProviders providers;

    ReauthenticationController(
            PasswordConfirmation confirmation,
            PasskeyConfirmation passkeys,
            RecentAuthentication recent,
            IdentityProviders providers) {
        this.confirmation = confirmation;
        this.passkeys = passkeys;
        this.recent = recent;
        this.providers = providers;
    }

    @GetMapping("/again")
    String ask(@ModelAttribute("form") ReauthenticationForm form) {
        return PAGE;
    }

    @PostMapping("/again")
    String take(
            @ModelAttribute("form") ReauthenticationForm form,
            BindingResult errors,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (providers.again(person.getName()).isPresent() && recent.fresh()) {
            return "redirect:" + form.path();
        }
        String problem = problem(form, request, response);
        if (problem != null) {
            errors.rejectValue("password", problem);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return PAGE;
        }
        return "redirect:" + form.path();
    }

    private @Nullable String problem(
            ReauthenticationForm form, HttpServletRequest request, HttpServletResponse response) {
        if (!form.answer().isEmpty()) {
            return passkeys.check(form.answer(), request, response);
        }
        return form.typed().isEmpty() ? "identity.again.missing" : confirmation.check(form.typed(), request, response);
    }
}
