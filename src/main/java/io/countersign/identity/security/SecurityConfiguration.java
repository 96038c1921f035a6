package io.countersign.identity.security;

import io.countersign.identity.PasswordEncoders;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.WarmUpAccess;
import io.countersign.identity.account.JdbcPersonRepository;
import io.countersign.identity.account.PeopleProperties;
import io.countersign.identity.passkey.PasskeyPolicy;
import io.countersign.identity.signin.BreakGlassSignIn;
import io.countersign.identity.signin.KnownDevices;
import io.countersign.identity.signin.RateLimitedAuthenticationProvider;
import io.countersign.identity.signin.RefusedForms;
import io.countersign.identity.signin.SignInFailureHandler;
import io.countersign.identity.signin.SignInRecorder;
import io.countersign.identity.signin.SignInThrottle;
import io.countersign.identity.signin.SignOutHandler;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Configures sign-in and security headers. Annotations on endpoints define the required roles. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(PeopleProperties.class)
public class SecurityConfiguration {

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInRecorder record,
            RefusedForms refusedForms,
            KnownDevices devices,
            PersonRepository personRepository,
            WarmUpAccess warmUp,
            PasskeyPolicy passkeys,
            ObjectProvider<LogoutHandler> endings)
            throws Exception {
        RequestedPage requestedPage = new RequestedPage();
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/files/**",
                                "/css/**",
                                "/js/**",
                                "/icons/**",
                                "/webjars/**",
                                "/favicon.ico",
                                "/robots.txt")
                        .permitAll()
                        .requestMatchers(
                                "/login",
                                "/login/passkey",
                                "/setup",
                                "/password",
                                "/signed-out",
                                "/oauth2/authorization/*",
                                "/login/oauth2/code/*",
                                "/logout/connect/back-channel/*",
                                "/theme",
                                "/error",
                                "/actuator/health",
                                "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(new RefreshingSecurityContextRepository(
                        new HttpSessionSecurityContextRepository(), personRepository, passkeys)))
                .addFilterAfter(new WarmUpFilter(warmUp), SecurityContextHolderFilter.class)
                .requestCache(cache -> cache.requestCache(requestedPage))
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokenRepository())
                        // an identity provider sends it, with a signed token
                        .ignoringRequestMatchers("/logout/connect/back-channel/*"))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new SignInSuccessHandler(requestedPage, devices))
                        .failureHandler(new SignInFailureHandler()))
                // the age of a session counts from its sign-in
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .logout(logout -> {
                    endings.orderedStream().forEach(logout::addLogoutHandler);
                    logout.logoutSuccessHandler(new SignOutHandler(record));
                })
                .exceptionHandling(
                        refused -> refused.accessDeniedHandler(new AccessDeniedRecorder(record, refusedForms)))
                // the container sets them for its own responses too
                .headers(HeadersConfigurer::disable)
                .build();
    }

    @Bean
    RateLimitedAuthenticationProvider signIn(
            JdbcPersonRepository people,
            SignInThrottle throttle,
            SignInRecorder record,
            PasskeyPolicy passkeys,
            BreakGlassSignIn breakGlass,
            InstantSource clock) {
        return new RateLimitedAuthenticationProvider(passwords(people, breakGlass), throttle, record, passkeys, clock);
    }

    private static AuthenticationProvider passwords(JdbcPersonRepository people, BreakGlassSignIn breakGlass) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(users(people, breakGlass));
        passwords.setPasswordEncoder(PasswordEncoders.encoder());
        return passwords;
    }

    private static UserDetailsService users(JdbcPersonRepository people, BreakGlassSignIn breakGlass) {
        return name -> people.findTyped(name)
                .filter(person -> breakGlass.allows(person.name()))
                .flatMap(person -> people.passwordHash(person.name())
                        .map(hash -> new User(person.name(), hash, RoleAuthorities.of(person.roles()))))
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
    }
}
