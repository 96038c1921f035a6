package io.countersign.sso.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Exchanges the code of a provider for an ID token, and checks it. */
@Component
public class CodeExchange {

    private final OidcAuthorizationCodeAuthenticationProvider exchange;
    private final ProviderUsers users;

    CodeExchange(IdTokens idTokens, ProviderUsers users) {
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens(), ProviderHttp.users());
        this.exchange.setJwtDecoderFactory(idTokens);
        this.users = users;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(ProviderHttp.tokens());
        return tokens;
    }

    /** @throws ProviderException if the provider does not answer, or its answer is not valid */
    public ProviderUser user(
            ClientRegistration provider, PendingSignIn pending, String code, HttpServletRequest request) {
        try {
            OAuth2LoginAuthenticationToken answer = (OAuth2LoginAuthenticationToken)
                    Objects.requireNonNull(exchange.authenticate(new OAuth2LoginAuthenticationToken(
                            provider,
                            exchange(
                                    provider,
                                    pending,
                                    code,
                                    request.getRequestURL().toString()))));
            OAuth2RefreshToken refresh = answer.getRefreshToken();
            return users.of(
                    provider,
                    (OidcUser) Objects.requireNonNull(answer.getPrincipal()),
                    refresh == null ? null : refresh.getTokenValue());
        } catch (ProviderException e) {
            throw e;
        } catch (RuntimeException e) { // libraries throw several types for answers that they cannot read
            throw ProviderException.at(e);
        }
    }

    private static OAuth2AuthorizationExchange exchange(
            ClientRegistration provider, PendingSignIn pending, String code, String callback) {
        return new OAuth2AuthorizationExchange(
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri(provider.getProviderDetails().getAuthorizationUri())
                        .clientId(provider.getClientId())
                        .redirectUri(callback)
                        .scopes(provider.getScopes())
                        .state(pending.state())
                        .attributes(attributes -> attributes.putAll(Map.of(
                                OidcParameterNames.NONCE, pending.nonce(),
                                PkceParameterNames.CODE_VERIFIER, pending.verifier())))
                        .build(),
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(callback)
                        .state(pending.state())
                        .build());
    }
}
