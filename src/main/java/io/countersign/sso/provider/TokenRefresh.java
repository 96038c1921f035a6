package io.countersign.sso.provider;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Asks a provider with a refresh token what it says about a user now. */
@Component
public class TokenRefresh {

    private final RestClientRefreshTokenTokenResponseClient tokens = new RestClientRefreshTokenTokenResponseClient();
    private final OidcUserService claims = ProviderHttp.users();
    private final IdTokens idTokens;
    private final ProviderUsers users;

    TokenRefresh(IdTokens idTokens, ProviderUsers users) {
        this.idTokens = idTokens;
        this.users = users;
        tokens.setRestClient(ProviderHttp.tokens());
    }

    /**
     * @throws ProviderException with {@link Problem#ENDED} if the provider no longer confirms the user; otherwise if it
     *     does not answer, or its answer is not valid
     */
    public ProviderUser user(ClientRegistration provider, String refreshToken) {
        try {
            OAuth2AccessTokenResponse answer = tokens.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    provider, unusedAccessToken(), new OAuth2RefreshToken(refreshToken, null)));
            OidcIdToken idToken = idToken(provider, answer);
            OAuth2RefreshToken next = answer.getRefreshToken();
            return users.of(
                    provider,
                    claims.loadUser(new OidcUserRequest(provider, answer.getAccessToken(), idToken)),
                    next == null ? refreshToken : next.getTokenValue());
        } catch (OAuth2AuthorizationException e) {
            throw OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())
                    ? new ProviderException(Problem.ENDED, "the provider no longer confirms the user")
                    : ProviderException.at(e);
        } catch (ProviderException e) {
            throw e;
        } catch (RuntimeException e) { // libraries throw several types for answers that they cannot read
            throw ProviderException.at(e);
        }
    }

    /** Checks the signature, the issuer, the audience and the times as at a sign-in. There is no nonce. */
    private OidcIdToken idToken(ClientRegistration provider, OAuth2AccessTokenResponse answer) {
        @Nullable Object text = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
        if (text == null) {
            throw new ProviderException(Problem.INVALID, "the answer has no ID token");
        }
        Jwt token = idTokens.createDecoder(provider).decode(text.toString());
        return new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), token.getClaims());
    }

    /** A request must have one, and does not send it. */
    private static OAuth2AccessToken unusedAccessToken() {
        return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "unused", null, null);
    }
}
