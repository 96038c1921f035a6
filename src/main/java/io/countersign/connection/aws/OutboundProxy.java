package io.countersign.connection.aws;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.http.HttpHost;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.jspecify.annotations.Nullable;

/**
 * A proxy for the requests of one scheme. The SDK finds only the proxy for {@code http}, but calls to AWS use {@code https}.
 *
 * @param direct hosts that are reached without the proxy
 */
record OutboundProxy(HttpHost address, @Nullable UsernamePasswordCredentials credentials, List<DirectHost> direct) {

    /** Returns the proxy of the system properties that Java documents, such as {@code https.proxyHost}. */
    static Optional<OutboundProxy> ofProperties(String scheme, UnaryOperator<@Nullable String> properties) {
        String host = text(properties.apply(scheme + ".proxyHost"));
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String port = text(properties.apply(scheme + ".proxyPort"));
        HttpHost address = new HttpHost(host, port.isEmpty() ? defaultPort(scheme) : Integer.parseInt(port));
        String user = text(properties.apply(scheme + ".proxyUser"));
        String password = text(properties.apply(scheme + ".proxyPassword"));
        return Optional.of(new OutboundProxy(
                address,
                user.isEmpty() ? null : new UsernamePasswordCredentials(user, password),
                DirectHost.list(text(properties.apply("http.nonProxyHosts")), "\\|")));
    }

    /** Returns the proxy of an environment variable such as {@code HTTPS_PROXY}; names in lower case count as well. */
    static Optional<OutboundProxy> ofEnvironment(String scheme, UnaryOperator<@Nullable String> environment) {
        String value = variable(scheme + "_proxy", environment);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        URI uri = URI.create(value.contains("://") ? value : "http://" + value);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("no host");
        }
        int port = uri.getPort() < 0 ? defaultPort(uri.getScheme()) : uri.getPort();
        return Optional.of(new OutboundProxy(
                new HttpHost(uri.getHost(), port, uri.getScheme()),
                uri.getUserInfo() == null ? null : credentials(uri.getUserInfo().split(":", 2)),
                DirectHost.list(variable("no_proxy", environment), "[,\\s]+")));
    }

    boolean serves(String target) {
        return direct.stream().noneMatch(host -> host.includes(target));
    }

    private static UsernamePasswordCredentials credentials(String... userAndPassword) {
        return new UsernamePasswordCredentials(
                userAndPassword[0], userAndPassword.length > 1 ? userAndPassword[1] : "");
    }

    private static String variable(String name, UnaryOperator<@Nullable String> environment) {
        String lower = text(environment.apply(name));
        return lower.isEmpty() ? text(environment.apply(name.toUpperCase(Locale.ROOT))) : lower;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
