package io.countersign.identity.passkey.web;

import io.countersign.identity.PermitAll;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.passkey.PasskeyException;
import io.countersign.identity.passkey.PasskeyPolicy;
import io.countersign.identity.passkey.PasskeyService;
import io.countersign.identity.security.NewSession;
import io.countersign.identity.signin.BreakGlassSignIn;
import io.countersign.identity.signin.KnownDevices;
import io.countersign.identity.signin.SignInRecorder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs a user in with a passkey instead of a name and a password. */
@Controller
@PermitAll
class PasskeySignInController {

    private final PasskeyService passkeys;
    private final PasskeyPolicy policy;
    private final PersonRepository people;
    private final SignInRecorder record;
    private final BreakGlassSignIn breakGlass;
    private final KnownDevices devices;
    private final InstantSource clock;

    PasskeySignInController(
            PasskeyService passkeys,
            PasskeyPolicy policy,
            PersonRepository people,
            SignInRecorder record,
            BreakGlassSignIn breakGlass,
            KnownDevices devices,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.policy = policy;
        this.people = people;
        this.record = record;
        this.breakGlass = breakGlass;
        this.devices = devices;
        this.clock = clock;
    }

    @PostMapping("/login/passkey")
    String signIn(
            @RequestParam(defaultValue = "") String credential,
            @Nullable Principal signedIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (signedIn != null) {
            return "redirect:/";
        }
        Person person;
        try {
            person = people.find(passkeys.verify(credential, "", policy.requiredSite(request)))
                    .filter(found -> breakGlass.allows(found.name()))
                    .orElseThrow(() -> new PasskeyException(
                            "identity.passkey.refused",
                            "only the break-glass admin signs in without the identity provider"));
        } catch (PasskeyException e) {
            record.passkeyRefused("", e.getMessage());
            return "redirect:/login?passkey";
        }
        record.signedInWithPasskey(person.name(), breakGlass.uses(person.name()));
        String page =
                NewSession.start(person, FactorGrantedAuthority.WEBAUTHN_AUTHORITY, clock.instant(), request, response);
        devices.remember(person.name(), request, response);
        return "redirect:" + page;
    }
}
