package io.countersign.identity.metrics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access to the metrics endpoint. The check does not use Bean Validation, because a failed constraint prints the
 * refused value, which is a secret.
 *
 * @param token the bearer token of the scraper; null closes the endpoint
 */
@ConfigurationProperties("countersign.metrics")
record MetricsProperties(@Nullable String token) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{32,}=*");
    private static final String SCHEME = "Bearer ";

    MetricsProperties {
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "countersign.metrics.token must have at least 32 letters, digits or ._~+/- (for example: openssl rand -hex 32)");
        }
    }

    /** Compares in constant time, so that the response time reveals nothing about the token. */
    boolean accepts(@Nullable String authorization) {
        return token != null
                && authorization != null
                && MessageDigest.isEqual(
                        (SCHEME + token).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "MetricsProperties[token=" + (token == null ? "none" : "set") + "]";
    }
}
