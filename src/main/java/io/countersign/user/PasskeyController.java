package io.countersign.user;

import io.countersign.identity.CanRead;
import io.countersign.identity.RecentAuthentication;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.identity.account.StoredPerson;
import io.countersign.identity.passkey.Passkey;
import io.countersign.identity.passkey.PasskeyException;
import io.countersign.identity.passkey.PasskeyForm;
import io.countersign.identity.passkey.PasskeyPolicy;
import io.countersign.identity.passkey.PasskeyService;
import io.countersign.identity.session.BrowserName;
import io.countersign.identity.session.SignedInSession;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds, renames and removes passkeys of the user. */
@Controller
@CanRead
class PasskeyController {

    private static final String ACCOUNT = "redirect:/account";

    private final PasskeyService passkeys;
    private final PasskeyPolicy policy;
    private final OwnAccount account;
    private final RecentAuthentication recent;
    private final FlashMessages flashMessages;

    PasskeyController(
            PasskeyService passkeys,
            PasskeyPolicy policy,
            OwnAccount account,
            RecentAuthentication recent,
            FlashMessages flashMessages) {
        this.passkeys = passkeys;
        this.policy = policy;
        this.account = account;
        this.recent = recent;
        this.flashMessages = flashMessages;
    }

    /** Asks for the password before the device creates a passkey, not after it. */
    @GetMapping("/account/passkeys/new")
    String showNew(Principal person, HttpServletRequest request, Model model) {
        refuseProvided(person);
        return recent.fresh()
                ? page(PasskeyForm.suggested(BrowserName.of(request.getHeader("User-Agent"))), null, request, model)
                : "redirect:" + recent.again("/account/passkeys/new");
    }

    @RequiresRecentPassword
    @PostMapping("/account/passkeys")
    String add(
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        refuseProvided(person);
        String problem = errors.hasErrors() ? null : problem(form, person, request);
        if (errors.hasErrors() || problem != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(form, problem, request, model);
        }
        flashMessages.ok(flash, "user.passkey.added", form.label());
        return ACCOUNT;
    }

    private @Nullable String problem(PasskeyForm form, Principal person, HttpServletRequest request) {
        try {
            passkeys.add(form.credential(), form.label(), person.getName(), false, policy.requiredSite(request));
            return null;
        } catch (PasskeyException e) {
            return e.messageKey();
        }
    }

    private String page(PasskeyForm form, @Nullable String problem, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("available", policy.site(request).isPresent());
        model.addAttribute("host", policy.host());
        return "user/passkey-new";
    }

    @GetMapping("/account/passkeys/edit")
    String showOne(@RequestParam String id, Principal person, Model model) {
        Passkey passkey = find(id, person);
        return edit(passkey, new PasskeyNameForm(passkey.label()), model);
    }

    @RequiresRecentPassword
    @PostMapping("/account/passkeys/name")
    String rename(
            @RequestParam String id,
            @Valid @ModelAttribute("form") PasskeyNameForm form,
            BindingResult errors,
            Principal person,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return edit(find(id, person), form, model);
        }
        if (!passkeys.rename(id, form.label(), person.getName())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        flashMessages.ok(flash, "user.passkey.renamed", form.label());
        return ACCOUNT;
    }

    @RequiresRecentPassword
    @PostMapping("/account/passkeys/removal")
    String remove(@RequestParam String id, Principal person, HttpServletRequest request, RedirectAttributes flash) {
        Passkey passkey = find(id, person);
        account.removePasskey(person.getName(), id, SignedInSession.keyOf(request));
        flashMessages.ok(flash, "user.passkey.removed", passkey.label());
        return ACCOUNT;
    }

    private Passkey find(String id, Principal person) {
        return passkeys.of(person.getName()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String edit(Passkey passkey, PasskeyNameForm form, Model model) {
        model.addAttribute("passkey", passkey);
        model.addAttribute("form", form);
        return "user/passkey";
    }

    /** A user of an identity provider has the factors that the provider asks for. */
    private void refuseProvided(Principal person) {
        if (account.find(person.getName()).filter(StoredPerson::provided).isPresent()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
