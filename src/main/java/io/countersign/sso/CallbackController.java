package io.countersign.sso;

import io.countersign.identity.PermitAll;
import io.countersign.identity.Person;
import io.countersign.identity.security.NewSession;
import io.countersign.identity.session.Factor;
import io.countersign.identity.session.RenewedSession;
import io.countersign.identity.session.SignedInSession;
import io.countersign.sso.provider.CodeExchange;
import io.countersign.sso.provider.IdTokens;
import io.countersign.sso.provider.PendingSignIn;
import io.countersign.sso.provider.Problem;
import io.countersign.sso.provider.ProviderException;
import io.countersign.sso.provider.ProviderUser;
import io.countersign.sso.provider.Providers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Takes the answer of an identity provider, and signs the user in. */
@Controller
@PermitAll
class CallbackController {

    private final Providers providers;
    private final PendingSignIns pending;
    private final CodeExchange exchange;
    private final ProviderSignIn signIn;
    private final ProviderSessions sessions;

    CallbackController(
            Providers providers,
            PendingSignIns pending,
            CodeExchange exchange,
            ProviderSignIn signIn,
            ProviderSessions sessions) {
        this.providers = providers;
        this.pending = pending;
        this.exchange = exchange;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/login/oauth2/code/{registration}")
    String finish(
            @PathVariable String registration,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String iss,
            @RequestParam(required = false) @Nullable String error,
            @Nullable Principal signedIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!providers.contains(registration)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        PendingSignIn started = pending.take(registration, state, request, response)
                .orElseThrow(() -> new ProviderException(
                        Problem.NOT_PENDING, "the answer belongs to no pending sign-in of this browser"));
        ClientRegistration provider = providers.registration(registration);
        if (iss != null && !iss.equals(provider.getProviderDetails().getIssuerUri())) {
            throw new ProviderException(Problem.INVALID, "the answer is of another issuer");
        }
        if (error != null || code.isEmpty()) {
            throw new ProviderException(
                    Problem.DENIED, "the provider answered " + Objects.requireNonNullElse(error, "nothing"));
        }
        ProviderUser user = exchange.user(provider, started, code, request);
        return signedIn == null
                ? signIn(user, request, response)
                : confirm(user, started, signedIn.getName(), request, response);
    }

    private String signIn(ProviderUser user, HttpServletRequest request, HttpServletResponse response) {
        Person person = signIn.signIn(user);
        String page = NewSession.start(
                person, FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY, user.confirmed(), request, response);
        remember(user, person.name(), request);
        return "redirect:" + page;
    }

    /** Keeps the session, so that forms in other windows stay valid. */
    private String confirm(
            ProviderUser user,
            PendingSignIn started,
            String person,
            HttpServletRequest request,
            HttpServletResponse response) {
        signIn.confirm(user, person);
        Instant confirmed = user.confirmed();
        boolean asked = confirmed != null && !confirmed.isBefore(started.at().minus(IdTokens.SKEW));
        if (started.again() && !asked) {
            throw ProviderException.of(person, Problem.NOT_CONFIRMED, "the provider did not ask the user again");
        }
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (asked && current != null) {
            RenewedSession.keep(
                    Factor.at(confirmed, FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY, current),
                    request,
                    response);
            remember(user, person, request);
        }
        return started.again() ? "sso/confirmed" : "redirect:/";
    }

    private void remember(ProviderUser user, String person, HttpServletRequest request) {
        ProviderSignOut.remember(user, request);
        sessions.remember(user, SignedInSession.keyOf(request), person);
    }
}
