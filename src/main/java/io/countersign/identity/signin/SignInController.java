package io.countersign.identity.signin;

import io.countersign.http.HostCookie;
import io.countersign.identity.IdentityProviders;
import io.countersign.identity.PermitAll;
import io.countersign.identity.account.PeopleProperties;
import io.countersign.identity.passkey.PasskeyPolicy;
import io.countersign.identity.setup.SetupService;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the sign-in form; Spring Security processes it. */
@Controller
@PermitAll
class SignInController {

    private final PeopleProperties properties;
    private final SetupService setup;
    private final IdentityProviders providers;
    private final PasskeyPolicy passkeys;
    private final BreakGlassSignIn breakGlass;

    SignInController(
            PeopleProperties properties,
            SetupService setup,
            IdentityProviders providers,
            PasskeyPolicy passkeys,
            BreakGlassSignIn breakGlass) {
        this.properties = properties;
        this.setup = setup;
        this.providers = providers;
        this.passkeys = passkeys;
        this.breakGlass = breakGlass;
    }

    @GetMapping("/login")
    String show(
            @RequestParam Map<String, String> parameters,
            @Nullable Principal person,
            HttpServletRequest request,
            Model model) {
        if (person != null) {
            return "redirect:/";
        }
        String name = HostCookie.read(SignInFailureHandler.NAME_COOKIE, request).orElse("");
        model.addAttribute("name", name);
        model.addAttribute("needsTls", HostCookie.needsTls(request) && !request.isSecure());
        model.addAttribute("notice", notice(parameters));
        model.addAttribute("demo", properties.demo());
        model.addAttribute("noUsers", setup.open());
        model.addAttribute("providers", providers.all());
        model.addAttribute("passkeys", passkeys.site(request).isPresent());
        model.addAttribute("breakGlass", breakGlass.limited());
        model.addAttribute("breakGlassOpen", !name.isEmpty() || parameters.containsKey("passkey"));
        return "identity/login";
    }

    private static @Nullable Notice notice(Map<String, String> parameters) {
        for (Notice notice : Notice.values()) {
            if (parameters.containsKey(notice.parameter)) {
                return notice;
            }
        }
        return null;
    }

    /** A message above the form, selected by a parameter without a value. */
    enum Notice {
        WRONG("error", true),
        LOCKED("locked", true),
        PASSKEY("passkey", true),
        EXPIRED("expired", true),
        SIGNED_OUT("signed-out", false);

        private final String parameter;
        private final boolean problem;

        Notice(String parameter, boolean problem) {
            this.parameter = parameter;
            this.problem = problem;
        }

        public String messageKey() {
            return "identity.login.notice." + parameter;
        }

        public boolean problem() {
            return problem;
        }
    }
}
