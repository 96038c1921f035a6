package io.countersign.sso.provider;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Registration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The configured identity providers. The metadata of a provider are read at its first use: the application starts while a
 * provider is down. Spring Boot would read them at the start.
 */
@Component
public class Providers implements ClientRegistrationRepository {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};
    private static final Set<String> SCOPES = Set.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL);

    private final OAuth2ClientProperties properties;
    private final RestClient http =
            RestClient.builder().requestFactory(ProviderHttp.requests()).build();
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    public Providers(OAuth2ClientProperties properties) {
        this.properties = properties;
    }

    /** Returns the IDs of all registrations. */
    public SortedSet<String> ids() {
        return new TreeSet<>(properties.getRegistration().keySet());
    }

    public boolean contains(String id) {
        return properties.getRegistration().containsKey(id);
    }

    /** Returns the name of a provider for pages. */
    public String name(String id) {
        return Optional.ofNullable(properties.getRegistration().get(id))
                .map(Registration::getClientName)
                .orElse(id);
    }

    /** Returns the issuer of each registration. */
    public Map<String, String> issuers() {
        Map<String, String> issuers = new TreeMap<>();
        ids().forEach(id -> issuers.put(id, ProviderSettings.issuer(id, properties)));
        return issuers;
    }

    /**
     * Returns a provider with its metadata; null if none has this ID.
     *
     * @throws ProviderException if the metadata cannot be read
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return contains(id) ? registration(id) : null;
    }

    /** @throws ProviderException if the metadata cannot be read */
    public ClientRegistration registration(String id) {
        ClientRegistration found = known.get(id);
        if (found == null) {
            found = read(id);
            known.put(id, found);
        }
        return found;
    }

    private ClientRegistration read(String id) {
        String issuer = ProviderSettings.issuer(id, properties);
        try {
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            Map<String, Object> metadata =
                    http.get().uri(base + METADATA).retrieve().body(JSON);
            if (metadata == null || !issuer.equals(metadata.get("issuer"))) {
                throw new IllegalArgumentException("its metadata have another issuer");
            }
            return registration(id, metadata);
        } catch (RuntimeException e) { // libraries throw several types for metadata that they cannot read
            throw new ProviderException(
                    Problem.UNREACHABLE, "the metadata of " + issuer + " cannot be read: " + e.getMessage());
        }
    }

    private ClientRegistration registration(String id, Map<String, Object> metadata) {
        Registration configured = properties.getRegistration().get(id);
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(id)
                .clientId(configured.getClientId())
                .clientName(name(id))
                .scope(Optional.ofNullable(configured.getScope()).orElse(SCOPES))
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}");
        Optional.ofNullable(configured.getClientSecret()).ifPresent(builder::clientSecret);
        Optional.ofNullable(configured.getClientAuthenticationMethod())
                .ifPresent(method -> builder.clientAuthenticationMethod(new ClientAuthenticationMethod(method)));
        return builder.build();
    }
}
