package io.countersign.identity.setup;

import io.countersign.identity.PasswordEncoders;
import io.countersign.identity.PermitAll;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Creates the first admin, signs them in, and continues to the first connection. */
@Controller
@PermitAll
@EnableConfigurationProperties(SetupProperties.class)
class SetupController {

    private static final Logger log = LoggerFactory.getLogger(SetupController.class);
    private static final String PAGE = "identity/setup";
    private static final String SIGN_IN = "redirect:/login";

    private final SetupService setup;
    private final SetupTokenFile file;

    SetupController(SetupService setup, SetupTokenFile file) {
        this.setup = setup;
        this.file = file;
    }

    @GetMapping("/setup")
    String show(Model model) {
        model.addAttribute("form", SetupForm.EMPTY);
        return setup.open() ? PAGE : SIGN_IN;
    }

    @PostMapping("/setup")
    String create(
            @ModelAttribute("form") SetupForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!setup.open()) {
            return SIGN_IN;
        }
        // checks the token first, because rating and hashing a password take time
        if (setup.accepts(form.token())) {
            form.check(errors);
        } else {
            errors.rejectValue(
                    "token", form.token().isEmpty() ? "identity.setup.token.missing" : "identity.setup.token.wrong");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return PAGE;
        }
        String hash = PasswordEncoders.encoder().encode(form.password());
        return setup.create(form.token(), form.name(), hash, form.roles()) ? signedIn(form, request) : SIGN_IN;
    }

    private String signedIn(SetupForm form, HttpServletRequest request) {
        file.delete();
        try {
            request.login(form.name(), form.password());
        } catch (ServletException e) {
            log.warn("The first admin exists but was not signed in", e);
            return SIGN_IN;
        }
        return "redirect:/connections/new";
    }
}
