package io.countersign.sso;

import io.countersign.identity.PermitAll;
import io.countersign.sso.provider.PendingSignIn;
import io.countersign.sso.provider.Providers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Redirects to an identity provider. */
@Controller
@PermitAll
class AuthorizationController {

    static final String PATH = "/oauth2/authorization/";

    private final Providers providers;
    private final PendingSignIns pending;
    private final InstantSource clock;
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    AuthorizationController(Providers providers, PendingSignIns pending, InstantSource clock) {
        this.providers = providers;
        this.pending = pending;
        this.clock = clock;
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(providers, PATH.substring(0, PATH.length() - 1));
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** @param again any value, also none, if a signed-in user confirms the sign-in: the provider then asks in any case */
    @GetMapping(PATH + "{registration}")
    void begin(
            @PathVariable String registration,
            @RequestParam(required = false) @Nullable String again,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!providers.contains(registration)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        OAuth2AuthorizationRequest started = Objects.requireNonNull(requests.resolve(request));
        pending.add(pending(registration, started, again != null), request, response);
        response.sendRedirect((again == null ? started : asking(started)).getAuthorizationRequestUri());
    }

    private PendingSignIn pending(String registration, OAuth2AuthorizationRequest started, boolean again) {
        return new PendingSignIn(
                registration,
                Objects.requireNonNull(started.getState()),
                Objects.requireNonNull(started.<String>getAttribute(OidcParameterNames.NONCE)),
                Objects.requireNonNull(started.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                again,
                clock.instant());
    }

    /** Some providers know only one of the two parameters. */
    private static OAuth2AuthorizationRequest asking(OAuth2AuthorizationRequest started) {
        return OAuth2AuthorizationRequest.from(started)
                .additionalParameters(parameters -> {
                    parameters.put("prompt", "login");
                    parameters.put("max_age", "0");
                })
                .build();
    }
}
