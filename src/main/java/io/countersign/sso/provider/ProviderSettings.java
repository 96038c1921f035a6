package io.countersign.sso.provider;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Registration;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** Checks the settings of identity providers, without asking the providers. */
public final class ProviderSettings {

    private static final String PREFIX = "spring.security.oauth2.client.";

    /** A cookie contains the ID. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private ProviderSettings() {}

    /** @throws InvalidConfigurationPropertyValueException for the first wrong setting */
    public static void check(OAuth2ClientProperties properties) {
        properties.getRegistration().forEach((id, registration) -> {
            refuse(
                    !ID.matcher(id).matches(),
                    "registration." + id,
                    "its name must be 1 to 100 letters, digits or . _ -");
            refuse(
                    registration.getClientId() == null
                            || registration.getClientId().isBlank(),
                    "registration." + id + ".client-id",
                    "it is missing");
            refuse(
                    issuer(id, properties).isBlank(),
                    "provider." + provider(id, registration) + ".issuer-uri",
                    "it is missing, and identifies the provider");
            Set<String> scopes = registration.getScope();
            refuse(
                    scopes != null && !scopes.contains(OidcScopes.OPENID),
                    "registration." + id + ".scope",
                    "it must contain openid");
        });
    }

    private static void refuse(boolean wrong, String property, String message) {
        if (wrong) {
            throw new InvalidConfigurationPropertyValueException(PREFIX + property, null, message);
        }
    }

    /** Returns the issuer of a registration; empty if it is not configured. */
    public static String issuer(String id, OAuth2ClientProperties properties) {
        Registration registration = properties.getRegistration().get(id);
        return Optional.ofNullable(properties.getProvider().get(provider(id, registration)))
                .map(OAuth2ClientProperties.Provider::getIssuerUri)
                .orElse("");
    }

    private static String provider(String id, Registration registration) {
        return Optional.ofNullable(registration.getProvider()).orElse(id);
    }
}
