package io.countersign.identity.signin;

import io.countersign.identity.CanRead;
import io.countersign.identity.IdentityProviders;
import io.countersign.identity.RecentAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
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
    private final RecentAuthentication recent;
    private final IdentityProviders providers;

    ReauthenticationController(
            PasswordConfirmation confirmation, RecentAuthentication recent, IdentityProviders providers) {
        this.confirmation = confirmation;
        this.recent = recent;
        this.providers = providers;
    }

    @GetMapping("/again")
    String ask(@ModelAttribute("form") ReauthenticationForm form) {
        return PAGE;
    }

    @PostMapping("/again")
    String take(
            @Valid @ModelAttribute("form") ReauthenticationForm form,
            BindingResult errors,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (providers.again(person.getName()).isPresent() && recent.fresh()) {
            return "redirect:" + form.path();
        }
        String problem = errors.hasErrors() ? null : confirmation.check(form.typed(), request, response);
        if (problem != null) {
            errors.rejectValue("password", problem);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return PAGE;
        }
        return "redirect:" + form.path();
    }
}
