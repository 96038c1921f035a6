package io.countersign.sso.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Checks the claims of a logout token as OpenID Connect Back-Channel Logout 1.0, section 2.6, requires. In addition, the
 * token must name the user, because all sessions of the user end.
 */
final class LogoutTokenValidator implements OAuth2TokenValidator<Jwt> {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Set<String> TYPES = Set.of("jwt", "logout+jwt");

    /** Older tokens are refused also if they expire later: a provider sends one at once. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ClientRegistration provider;
    private final InstantSource clock;

    LogoutTokenValidator(ClientRegistration provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String problem = problem(token);
        return problem == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request", problem, null));
    }

    private @Nullable String problem(Jwt token) {
        String issuer = provider.getProviderDetails().getIssuerUri();
        if (!typeAllowed(token)) {
            return "it has another type";
        }
        if (!Objects.equals(issuer, token.getClaimAsString(IdTokenClaimNames.ISS))) {
            return "it is of another issuer";
        }
        if (token.getAudience() == null || !token.getAudience().contains(provider.getClientId())) {
            return "it is for another audience";
        }
        if (token.getSubject() == null) {
            return "the claim sub is missing";
        }
        if (token.hasClaim(IdTokenClaimNames.NONCE)) {
            return "it has a nonce, as an ID token";
        }
        if (!isLogout(token.getClaim("events"))) {
            return "it is about another event";
        }
        return issuedNow(token.getIssuedAt()) ? null : "it is too old, or does not say how old";
    }

    private static boolean typeAllowed(Jwt token) {
        Object type = token.getHeaders().get("typ");
        return type == null || TYPES.contains(type.toString().toLowerCase(Locale.ROOT));
    }

    private static boolean isLogout(@Nullable Object events) {
        return events instanceof Map<?, ?> named && named.get(EVENT) instanceof Map<?, ?>;
    }

    private boolean issuedNow(@Nullable Instant issuedAt) {
        Instant now = clock.instant();
        return issuedAt != null
                && issuedAt.isBefore(now.plus(IdTokens.SKEW))
                && issuedAt.isAfter(now.minus(LONGEST).minus(IdTokens.SKEW));
    }
}
