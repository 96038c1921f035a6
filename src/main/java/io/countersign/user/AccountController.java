package io.countersign.user;

import io.countersign.identity.CanRead;
import io.countersign.identity.FormPassword;
import io.countersign.identity.PasswordEncoders;
import io.countersign.identity.passkey.PasskeyService;
import io.countersign.identity.session.SignedInSession;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the account of the user, and changes the password of a user who is stored in the database. */
@Controller
@CanRead
class AccountController {

    private final OwnAccount account;
    private final FormPassword password;
    private final PasskeyService passkeys;
    private final FlashMessages flashMessages;

    AccountController(OwnAccount account, FormPassword password, PasskeyService passkeys, FlashMessages flashMessages) {
        this.account = account;
        this.password = password;
        this.passkeys = passkeys;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/account")
    String show(Principal person, Model model) {
        return page(PasswordForm.EMPTY, null, person, model);
    }

    /** Rates the new password before it checks the current one, so that a weak new one uses up no attempt. */
    @PostMapping("/account/password")
    String changePassword(
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        String name = person.getName();
        if (!account.changesPassword(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        form.check(name, errors);
        String checked = account.passwordHash(name);
        String problem = errors.hasErrors() ? null : currentPasswordProblem(request, response);
        if (errors.hasErrors() || problem != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(form, problem, person, model);
        }
        String hash = PasswordEncoders.encoder().encode(form.password());
        if (!account.setPassword(name, checked, hash, SignedInSession.keyOf(request))) {
            return changedMeanwhile(request);
        }
        flashMessages.ok(flash, "user.account.password.done");
        return "redirect:/account";
    }

    /** The session ended with the other change, and must not be stored again. */
    private static String changedMeanwhile(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:/login";
    }

    /** Returns a message key; null if the current password is correct. A passkey does not replace it here. */
    private @Nullable String currentPasswordProblem(HttpServletRequest request, HttpServletResponse response) {
        if (request.getParameter(FormPassword.PASSKEY) != null) {
            return "identity.again.missing";
        }
        FormPassword.Check check = password.check(request, response);
        return check.recent() || check.problem() != null ? check.problem() : "identity.again.missing";
    }

    private String page(PasswordForm form, @Nullable String problem, Principal person, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("passwordProblem", problem);
        model.addAttribute(
                "stored",
                account.find(person.getName()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("passkeys", passkeys.of(person.getName()));
        return "user/account";
    }
}
