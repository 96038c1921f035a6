package io.countersign.user;

import io.countersign.identity.CanAdminister;
import io.countersign.identity.IdentityProviders;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import io.countersign.identity.account.StoredPerson;
import io.countersign.identity.passkey.PasskeyService;
import io.countersign.site.FlashMessages;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the roles of a user, disables or enables the user, and creates a code for a new password. */
@Controller
@CanAdminister
class UserController {

    private final UserService users;
    private final UserDirectory directory;
    private final IdentityProviders providers;
    private final PasskeyService passkeys;
    private final FlashMessages flashMessages;

    UserController(
            UserService users,
            UserDirectory directory,
            IdentityProviders providers,
            PasskeyService passkeys,
            FlashMessages flashMessages) {
        this.users = users;
        this.directory = directory;
        this.providers = providers;
        this.passkeys = passkeys;
        this.flashMessages = flashMessages;
    }

    /** The name is a parameter, because a user may be called like a page. */
    @GetMapping("/users/edit")
    String show(@RequestParam String user, Principal person, Model model) {
        StoredPerson stored = users.find(user).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("stored", stored);
        model.addAttribute("own", user.equals(person.getName()));
        model.addAttribute("choices", NewUserForm.ROLES);
        model.addAttribute("namesakes", new TreeSet<>(directory.namesakes(user)));
        model.addAttribute("passkeys", passkeys.of(user));
        providers.lastAnswer(user).ifPresent(answer -> model.addAttribute("answer", answer));
        return "user/edit";
    }

    @RequiresRecentPassword
    @PostMapping("/users/roles")
    String changeRoles(
            @RequestParam String user,
            @RequestParam(defaultValue = "") List<@Nullable Role> roles,
            Principal person,
            RedirectAttributes flash) {
        Set<Role> chosen = NewUserForm.chosen(roles);
        if (chosen.isEmpty()) {
            flashMessages.error(flash, "user.roles.missing");
            return page(user, flash);
        }
        return changed(user, chosen, person, flash);
    }

    @RequiresRecentPassword
    @PostMapping("/users/disable")
    String disable(@RequestParam String user, Principal person, RedirectAttributes flash) {
        return users.enable(user, false, person.getName())
                ? done("user.disabled", user, flash)
                : changed(user, Set.of(), person, flash);
    }

    /** Enables a user of an identity provider; the roles are those of the groups. */
    @RequiresRecentPassword
    @PostMapping("/users/enable")
    String enable(@RequestParam String user, Principal person, RedirectAttributes flash) {
        return users.enable(user, true, person.getName()) ? done("user.enabled", user, flash) : refused(user, flash);
    }

    @RequiresRecentPassword
    @PostMapping("/users/code")
    String createCode(@RequestParam String user, Principal person, Model model, RedirectAttributes flash) {
        return users.createCode(user, person.getName())
                .map(token -> code(user, token, model))
                .orElseGet(() -> refused(user, flash));
    }

    @RequiresRecentPassword
    @PostMapping("/users/passkeys/removal")
    String removePasskeys(@RequestParam String user, Principal person, RedirectAttributes flash) {
        return users.removePasskeys(user, person.getName())
                ? done("user.passkeys.removed", user, flash)
                : refused(user, flash);
    }

    /** Shows the code once, on the response of the form: it is stored nowhere. */
    static String code(String user, String token, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("token", token);
        model.addAttribute("hours", PasswordCodeRepository.VALID.toHours());
        return "user/code";
    }

    private String changed(String user, Set<Role> roles, Principal person, RedirectAttributes flash) {
        if (!users.change(user, roles, person.getName())) {
            return refused(user, flash);
        }
        return done(roles.isEmpty() ? "user.disabled" : "user.saved", user, flash);
    }

    private String done(String message, String user, RedirectAttributes flash) {
        flashMessages.ok(flash, message, user);
        return page(user, flash);
    }

    private String refused(String user, RedirectAttributes flash) {
        flashMessages.error(flash, "user.changed");
        return page(user, flash);
    }

    private static String page(String user, RedirectAttributes parameters) {
        parameters.addAttribute("user", user);
        return "redirect:/users/edit";
    }
}
