package io.countersign.sso.provider;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
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

    /** The ID token of a user with 5,000 groups has less. */
    private static final long LARGEST_BYTES = 8L << 20;

    /**
     * How long a connection is used again. A code is sent once, so a call fails on a connection that the provider, or a
     * firewall between, has closed meanwhile: web servers usually do so after five seconds or more.
     */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private static final Executor THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "identity-provider");
        thread.setDaemon(true);
        return thread;
    });

    private static @Nullable HttpClient client;
    private static long createdNanos;

    private ProviderHttp() {}

    static ClientHttpRequestFactory requests() {
        ClientHttpRequestFactory requests = (uri, method) -> {
            JdkClientHttpRequestFactory each = new JdkClientHttpRequestFactory(client());
            each.setReadTimeout(LONGEST);
            return each.createRequest(uri, method);
        };
        return new InterceptingClientHttpRequestFactory(
                requests,
                List.of((request, body, execution) ->
                        new BoundedAnswer(execution.execute(request, body), LARGEST_BYTES)));
    }

    /** A client and its connections end at the first garbage collection after its calls. */
    private static synchronized HttpClient client() {
        long now = System.nanoTime();
        if (client == null || now - createdNanos > KEPT.toNanos()) {
            client = HttpClient.newBuilder()
                    .connectTimeout(LONGEST)
                    .executor(THREADS)
                    .build();
            createdNanos = now;
        }
        return client;
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
