package io.countersign.sso;

import io.countersign.audit.SanitizedText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Exchanges the code of a provider for an ID token, and checks it. */
@Component
class CodeExchange {

    /** Printable ASCII; OpenID Connect allows no more than 255 characters. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    private static final int LONGEST_MESSAGE = 300;

    private final OidcAuthorizationCodeAuthenticationProvider exchange;
    private final InstantSource clock;

    CodeExchange(IdTokens idTokens, InstantSource clock) {
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens(), users());
        this.exchange.setJwtDecoderFactory(idTokens);
        this.clock = clock;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(ProviderHttp.requests())
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    private static OidcUserService users() {
        RestTemplate http = new RestTemplate(ProviderHttp.requests());
        http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService answers = new DefaultOAuth2UserService();
        answers.setRestOperations(http);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(answers);
        return users;
    }

    /** @throws ProviderException if the provider does not answer, or its answer is not valid */
    ProviderUser user(ClientRegistration provider, PendingSignIn pending, String code, HttpServletRequest request) {
        try {
            Authentication answer = exchange.authenticate(new OAuth2LoginAuthenticationToken(
                    provider,
                    exchange(provider, pending, code, request.getRequestURL().toString())));
            return user(provider.getRegistrationId(), (OidcUser) Objects.requireNonNull(answer.getPrincipal()));
        } catch (ProviderException e) {
            throw e;
        } catch (RuntimeException e) { // libraries throw several types for answers that they cannot read
            throw new ProviderException(
                    unreachable(e) ? Problem.UNREACHABLE : Problem.INVALID,
                    Objects.requireNonNull(SanitizedText.line(String.valueOf(e.getMessage()), LONGEST_MESSAGE)));
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

    private ProviderUser user(String registration, OidcUser user) {
        String subject = user.getSubject();
        if (!SUBJECT.matcher(subject).matches()) {
            throw new ProviderException(Problem.NO_SUBJECT, "the claim sub is not usable");
        }
        return new ProviderUser(
                registration,
                user.getIssuer().toExternalForm(),
                subject,
                user.getClaims(),
                confirmed(user.getIdToken().getAuthenticatedAt()),
                user.getIdToken().getTokenValue());
    }

    /** Ignores a time in the future, except for the difference of the clocks. */
    private @Nullable Instant confirmed(@Nullable Instant authTime) {
        Instant now = clock.instant();
        if (authTime == null || authTime.isAfter(now.plus(IdTokens.SKEW))) {
            return null;
        }
        return authTime.isAfter(now) ? now : authTime;
    }

    private static boolean unreachable(Throwable why) {
        return Stream.iterate(why, Objects::nonNull, Throwable::getCause).anyMatch(IOException.class::isInstance)
                || NestedExceptionUtils.getRootCause(why) instanceof IOException;
    }
}
