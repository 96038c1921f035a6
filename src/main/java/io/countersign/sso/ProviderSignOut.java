package io.countersign.sso;

import io.countersign.identity.IdentityProviders;
import io.countersign.identity.session.SignedInSession;
import io.countersign.sso.provider.ProviderException;
import io.countersign.sso.provider.ProviderUser;
import io.countersign.sso.provider.Providers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Forgets the refresh token, and finds the address for the sign-out at the provider, before the session ends. */
@Component
class ProviderSignOut implements LogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(ProviderSignOut.class);
    private static final String ID_TOKEN = "countersign.sso.id-token";

    /** The address is a header of the response, which has at most 8 KB. */
    private static final int LONGEST = 4_000;

    private final Providers providers;
    private final PersonIdentityRepository identities;
    private final ProviderSessionRepository sessions;

    ProviderSignOut(Providers providers, PersonIdentityRepository identities, ProviderSessionRepository sessions) {
        this.providers = providers;
        this.identities = identities;
        this.sessions = sessions;
    }

    /** Keeps the ID token, with which the provider recognizes the session to end. */
    static void remember(ProviderUser user, HttpServletRequest request) {
        if (user.idToken().length() <= LONGEST) {
            request.getSession().setAttribute(ID_TOKEN, user.idToken());
        }
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
        sessions.delete(SignedInSession.keyOf(request));
        if (person != null) {
            identities
                    .registration(person.getName())
                    .flatMap(this::registration)
                    .flatMap(provider -> address(provider, request))
                    .ifPresent(address -> request.setAttribute(IdentityProviders.SIGN_OUT_THERE, address));
        }
    }

    private Optional<ClientRegistration> registration(String id) {
        try {
            return Optional.ofNullable(providers.findByRegistrationId(id));
        } catch (ProviderException e) {
            log.warn("No sign-out at {}: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> address(ClientRegistration provider, HttpServletRequest request) {
        Object endpoint =
                provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return endpoint == null ? Optional.empty() : Optional.of(address(endpoint.toString(), provider, request));
    }

    private static String address(String endpoint, ClientRegistration provider, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object idToken = session == null ? null : session.getAttribute(ID_TOKEN);
        Map<String, Object> values = new HashMap<>(Map.of("client", provider.getClientId(), "back", back(request)));
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(endpoint)
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}");
        if (idToken != null) {
            address.queryParam("id_token_hint", "{hint}");
            values.put("hint", idToken);
        }
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static String back(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getServletPath().length()) + "/login?signed-out";
    }
}
