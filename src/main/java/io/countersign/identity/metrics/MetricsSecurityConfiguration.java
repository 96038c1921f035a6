package io.countersign.identity.metrics;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Opens the metrics endpoint to the configured bearer token only. No session is read or created, so a signed-in user
 * has no
 * access. The response to a refused request has no body, because the error page would create a session.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricsProperties.class)
class MetricsSecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain metricsEndpoint(HttpSecurity http, MetricsProperties properties) throws Exception {
        return http.securityMatcher("/actuator/prometheus")
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((user, context) -> new AuthorizationDecision(hasToken(properties, context))))
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, why) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Countersign metrics\"");
                    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                }))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // browsers do not send the token automatically
                .csrf(CsrfConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .build();
    }

    private static boolean hasToken(MetricsProperties properties, RequestAuthorizationContext context) {
        return properties.accepts(context.getRequest().getHeader(HttpHeaders.AUTHORIZATION));
    }
}
