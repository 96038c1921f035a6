package io.countersign.user;

import io.countersign.identity.PasswordEncoders;
import io.countersign.identity.PermitAll;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets the password of a user who has a code. */
@Controller
@PermitAll
class PasswordController {

    private static final String PAGE = "user/password";

    private final PasswordCodes codes;
    private final FlashMessages flashMessages;

    PasswordController(PasswordCodes codes, FlashMessages flashMessages) {
        this.codes = codes;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/password")
    String show(Model model) {
        model.addAttribute("form", PasswordForm.EMPTY);
        return PAGE;
    }

    @PostMapping("/password")
    String set(
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            RedirectAttributes flash,
            HttpServletResponse response) {
        // checks the code first, because rating and hashing a password take time
        Optional<String> name = codes.person(form.token());
        name.ifPresentOrElse(found -> form.check(found, errors), () -> errors.rejectValue("token", "user.code.wrong"));
        if (!errors.hasErrors()) {
            String hash = PasswordEncoders.encoder().encode(form.password());
            if (codes.use(form.token(), hash).isPresent()) {
                flashMessages.ok(flash, "user.password.done", name.orElseThrow());
                return "redirect:/login";
            }
            errors.rejectValue("token", "user.code.wrong");
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return PAGE;
    }
}
