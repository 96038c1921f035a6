package io.countersign.sso.provider;

import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Reads the user from the checked answer of a provider. */
@Component
class ProviderUsers {

    /** Printable ASCII; OpenID Connect allows no more than 255 characters. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    private final InstantSource clock;

    ProviderUsers(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws ProviderException if the subject is not usable */
    ProviderUser of(ClientRegistration provider, OidcUser user, @Nullable String refreshToken) {
        String subject = user.getSubject();
        if (!SUBJECT.matcher(subject).matches()) {
            throw new ProviderException(Problem.NO_SUBJECT, "the claim sub is not usable");
        }
        return new ProviderUser(
                provider.getRegistrationId(),
                user.getIssuer().toExternalForm(),
                subject,
                user.getClaims(),
                confirmed(user.getIdToken().getAuthenticatedAt()),
                user.getIdToken().getTokenValue(),
                refreshToken);
    }

    /** Ignores a time in the future, except for the difference of the clocks. */
    private @Nullable Instant confirmed(@Nullable Instant authTime) {
        Instant now = clock.instant();
        if (authTime == null || authTime.isAfter(now.plus(IdTokens.SKEW))) {
            return null;
        }
        return authTime.isAfter(now) ? now : authTime;
    }
}
