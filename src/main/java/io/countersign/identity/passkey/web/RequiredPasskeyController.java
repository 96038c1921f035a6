package io.countersign.identity.passkey.web;

import io.countersign.identity.LocalRedirect;
import io.countersign.identity.RecentAuthentication;
import io.countersign.identity.RequiresSignIn;
import io.countersign.identity.passkey.Passkey;
import io.countersign.identity.passkey.PasskeyException;
import io.countersign.identity.passkey.PasskeyForm;
import io.countersign.identity.passkey.PasskeyPolicy;
import io.countersign.identity.passkey.PasskeyService;
import io.countersign.identity.passkey.PasskeySite;
import io.countersign.identity.session.BrowserName;
import io.countersign.identity.signin.PasskeyConfirmation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for the passkey that a role needs, after the password. A user without one adds it. */
@Controller
@RequiresSignIn
class RequiredPasskeyController {

    private static final String PAGE = "identity/passkey";

    private final PasskeyService passkeys;
    private final PasskeyPolicy policy;
    private final PasskeyConfirmation confirmation;
    private final RecentAuthentication recent;

    RequiredPasskeyController(
            PasskeyService passkeys,
            PasskeyPolicy policy,
            PasskeyConfirmation confirmation,
            RecentAuthentication recent) {
        this.passkeys = passkeys;
        this.policy = policy;
        this.confirmation = confirmation;
        this.recent = recent;
    }

    @GetMapping("/passkey")
    String show(
            @RequestParam(defaultValue = "") String to,
            Authentication person,
            HttpServletRequest request,
            Model model) {
        return PasskeyPolicy.needsPasskey()
                ? page(
                        PasskeyForm.suggested(BrowserName.of(request.getHeader("User-Agent"))),
                        null,
                        to,
                        person,
                        request,
                        model)
                : "redirect:" + LocalRedirect.to(to);
    }

    @PostMapping("/passkey")
    String confirm(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String to,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String problem = confirmation.check(credential, request, response);
        if (problem != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(PasskeyForm.suggested(null), problem, to, person, request, model);
        }
        return "redirect:" + LocalRedirect.to(to);
    }

    /** Only a user without any passkey can add one with the password alone. */
    @PostMapping("/passkey/first")
    String add(
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String to,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!PasskeyPolicy.needsPasskey()) {
            return "redirect:" + LocalRedirect.to(to);
        }
        String problem = errors.hasErrors() ? null : problem(form, person, request);
        if (errors.hasErrors() || problem != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(form, problem, to, person, request, model);
        }
        confirmation.complete(person, request, response);
        return "redirect:" + LocalRedirect.to(to);
    }

    private @Nullable String problem(PasskeyForm form, Authentication person, HttpServletRequest request) {
        if (!recent.fresh()) {
            return "identity.passkey.old-sign-in";
        }
        try {
            passkeys.add(form.credential(), form.label(), person.getName(), true, policy.requiredSite(request));
            return null;
        } catch (PasskeyException e) {
            return e.messageKey();
        }
    }

    private String page(
            PasskeyForm form,
            @Nullable String problem,
            String to,
            Authentication person,
            HttpServletRequest request,
            Model model) {
        List<Passkey> all = passkeys.of(person.getName());
        String host = policy.site(request).map(PasskeySite::host).orElse("");
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("to", LocalRedirect.to(to));
        model.addAttribute("available", !host.isEmpty());
        model.addAttribute("first", all.isEmpty());
        model.addAttribute("usable", all.stream().anyMatch(each -> each.host().equals(host)));
        model.addAttribute("hosts", all.stream().map(Passkey::host).distinct().toList());
        model.addAttribute("host", policy.host());
        return PAGE;
    }
}
