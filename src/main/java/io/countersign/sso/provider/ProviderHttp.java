package io.countersign.sso.provider;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the application calls identity providers. */
final class ProviderHttp {

    /** A user waits for the answer. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** How many calls run at once. */
    private static final int MOST = 50;

    private ProviderHttp() {}

    /**
     * Each call opens a connection. A code is sent once, so a call fails on a connection that the provider, or a firewall
     * between, has closed.
     */
    static ClientHttpRequestFactory requests() {
        HttpComponentsClientHttpRequestFactory requests =
                new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                        .useSystemProperties()
                        .setConnectionManager(connections())
                        .setConnectionReuseStrategy((request, response, context) -> false)
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableRedirectHandling()
                        .build());
        requests.setConnectionRequestTimeout(LONGEST);
        requests.setReadTimeout(LONGEST);
        return requests;
    }

    private static HttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setMaxConnPerRoute(MOST)
                .setMaxConnTotal(MOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(LONGEST))
                        .build())
                .build();
    }

    /** Returns the client for the tokens of a provider. */
    static RestClient tokens() {
        return RestClient.builder()
                .requestFactory(requests())
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** Returns what reads the claims of a user who has an ID token. */
    static OidcUserService users() {
        RestTemplate http = new RestTemplate(requests());
        http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService answers = new DefaultOAuth2UserService();
        answers.setRestOperations(http);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(answers);
        return users;
    }
}
