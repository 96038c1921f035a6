package io.countersign.identity.signin;

import io.countersign.identity.CanRead;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks a signed-in user for the password again and redirects to the original target. */
@Controller
@CanRead
class ReauthenticationController {

    private static final String PAGE = "identity/again";

    private final RateLimitedAuthenticationProvider signIn;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    ReauthenticationController(RateLimitedAuthenticationProvider signIn) {
        this.signIn = signIn;
    }

    @GetMapping("/again")
    String ask(@ModelAttribute("form") ReauthenticationForm form) {
        return PAGE;
    }

    @PostMapping("/again")
    String take(
            @Valid @ModelAttribute("form") ReauthenticationForm form,
            BindingResult errors,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            check(form, errors, person, request, response);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return PAGE;
        }
        return "redirect:" + form.path();
    }

    private void check(
            ReauthenticationForm form,
            BindingResult errors,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            keep(signIn.again(person, form.typed()), request, response);
        } catch (LockedException e) {
            errors.rejectValue("password", "identity.again.locked");
        } catch (AuthenticationException e) {
            errors.rejectValue("password", "identity.again.wrong");
        }
    }

    /** Changes the session ID but keeps the attributes, so that forms in other windows stay valid. */
    private void keep(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SecurityContext context = new SecurityContextImpl(person);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
