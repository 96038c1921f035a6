package io.countersign.connection.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.auth.AuthScope;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.conn.DefaultRoutePlanner;
import org.apache.http.impl.conn.DefaultSchemePortResolver;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/** The proxies for calls to AWS, from system properties or else from the environment. */
public final class OutboundProxies {

    private final Map<String, OutboundProxy> byScheme = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    OutboundProxies(UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        for (String scheme : List.of("https", "http")) {
            find(scheme, properties, environment).ifPresent(proxy -> byScheme.put(scheme, proxy));
        }
    }

    public static OutboundProxies ofProcess() {
        return new OutboundProxies(System::getProperty, System::getenv);
    }

    /** Returns the settings that name no proxy, without their values, which may contain a password. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Returns the builder of an HTTP client that uses these proxies. */
    ApacheHttpClient.Builder httpClient() {
        return ApacheHttpClient.builder()
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariableValues(false)
                        .build())
                .httpRoutePlanner(new RoutePlanner())
                .credentialsProvider(credentials());
    }

    Optional<OutboundProxy> forTarget(HttpHost target) {
        return Optional.ofNullable(byScheme.get(target.getSchemeName().toLowerCase(Locale.ROOT)))
                .filter(proxy -> !isLoopback(target.getHostName()) && proxy.serves(target.getHostName()));
    }

    private Optional<OutboundProxy> find(
            String scheme, UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        String names = scheme + ".proxyHost, " + scheme + ".proxyPort";
        try {
            Optional<OutboundProxy> configured = OutboundProxy.ofProperties(scheme, properties);
            names = scheme.toUpperCase(Locale.ROOT) + "_PROXY";
            Optional<OutboundProxy> proxy =
                    configured.isPresent() ? configured : OutboundProxy.ofEnvironment(scheme, environment);
            proxy.ifPresent(
                    found -> checkDirectHosts(found, configured.isPresent() ? "http.nonProxyHosts" : "NO_PROXY"));
            return proxy;
        } catch (IllegalArgumentException malformed) {
            problems.add(names + ": is not the address of a proxy such as http://proxy.example:3128");
            return Optional.empty();
        }
    }

    private void checkDirectHosts(OutboundProxy proxy, String name) {
        proxy.direct().stream()
                .filter(DirectHost::isMalformed)
                .map(host -> name + ": " + host.entry() + " is not a range of addresses such as 10.0.0.0/8")
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add);
    }

    private CredentialsProvider credentials() {
        CredentialsProvider credentials = new BasicCredentialsProvider();
        byScheme.values().stream()
                .filter(proxy -> proxy.credentials() != null)
                .forEach(proxy -> credentials.setCredentials(new AuthScope(proxy.address()), proxy.credentials()));
        return credentials;
    }

    /** The simulator is never behind a proxy. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1");
    }

    private final class RoutePlanner extends DefaultRoutePlanner {

        RoutePlanner() {
            super(DefaultSchemePortResolver.INSTANCE);
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpRequest request, HttpContext context) {
            return forTarget(target).map(OutboundProxy::address).orElse(null);
        }
    }
}
