package io.countersign.identity.metrics;

import io.countersign.identity.account.JdbcPeople;
import io.countersign.identity.security.SecurityConfiguration;
import io.countersign.identity.signin.SignInAttemptRepository;
import io.countersign.identity.signin.SignInRecorder;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * The measurements, for METRICS alone. A scraper fills in no form: it sends its name and password with each request, here
 * and nowhere else. No session is read or made, so that nobody is let in by a browser's cookie; answers without a body keep
 * refusals away from the error page, which would make one.
 */
@Configuration(proxyBeanMethods = false)
class ScrapeConfiguration {

    private static final String CHALLENGE = "Basic realm=\"Countersign metrics\", charset=\"UTF-8\"";

    @Bean
    @Order(1)
    SecurityFilterChain measurements(
            HttpSecurity http,
            JdbcPeople people,
            SignInAttemptRepository attempts,
            SignInRecorder record,
            InstantSource clock)
            throws Exception {
        return http.securityMatcher("/actuator/prometheus")
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("METRICS"))
                .authenticationManager(signIn(people, attempts, record, new RateLimitedRecorder(clock)))
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(challenge())
                        .accessDeniedHandler(refusal(record, new RateLimitedRecorder(clock))))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // nothing is changed here, and no browser's cookie counts
                .csrf(CsrfConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static AuthenticationManager signIn(
            JdbcPeople people, SignInAttemptRepository attempts, SignInRecorder record, RateLimitedRecorder locks) {
        return new ProviderManager(
                new ScrapeSignIn(SecurityConfiguration.passwords(people), people, attempts, record, locks));
    }

    private static AuthenticationEntryPoint challenge() {
        return (request, response, why) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        };
    }

    private static AccessDeniedHandler refusal(SignInRecorder record, RateLimitedRecorder refusals) {
        return (request, response, why) -> {
            String person = request.getRemoteUser();
            if (person != null && refusals.isNews(person)) {
                record.accessRefused(person, request.getMethod(), request.getServletPath());
            }
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        };
    }
}
