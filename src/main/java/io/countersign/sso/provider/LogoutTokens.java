package io.countersign.sso.provider;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** Checks signature, times and claims of logout tokens. */
@Component
public class LogoutTokens {

    private final IdTokens idTokens;
    private final InstantSource clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    LogoutTokens(IdTokens idTokens, InstantSource clock) {
        this.idTokens = idTokens;
        this.clock = clock;
    }

    /** @throws ProviderException if the token is not valid, or the keys of the provider cannot be read */
    public Jwt read(ClientRegistration provider, String token) {
        try {
            return decoders.computeIfAbsent(
                            provider.getRegistrationId(),
                            id -> idTokens.decoder(provider, new LogoutTokenValidator(provider, clock)))
                    .decode(token);
        } catch (RuntimeException e) { // libraries throw several types for tokens that they cannot read
            throw ProviderException.at(e);
        }
    }
}
