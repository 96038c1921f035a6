package io.countersign.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.NoProviders;
import io.countersign.identity.RecentAuthentication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

class RecentPasswordAuthenticationTests {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final RecentAuthentication signIn = new RecentPasswordAuthentication(() -> NOW, new NoProviders());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void acceptsAPasswordForFiveMinutes() {
        as(password(Duration.ofMinutes(5).minusMillis(1)));
        assertThat(signIn.fresh()).isTrue();
        as(password(Duration.ofMinutes(5)));
        assertThat(signIn.fresh()).isFalse();
    }

    @Test
    void refusesOtherAuthorities() {
        as(new SimpleGrantedAuthority("ROLE_LEAD"));
        assertThat(signIn.fresh()).isFalse();
        SecurityContextHolder.clearContext();
        assertThat(signIn.fresh()).as("no user, as in a job").isFalse();
    }

    @Test
    void linksBackFromTheReauthenticationPage() {
        assertThat(signIn.again("/invitations/1?text=a%20b&sort=-name"))
                .isEqualTo("/again?to=%2Finvitations%2F1%3Ftext%3Da%2520b%26sort%3D-name");
    }

    private static FactorGrantedAuthority password(Duration ago) {
        return FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(NOW.minus(ago))
                .build();
    }

    private static void as(GrantedAuthority... authorities) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated("ann", null, List.of(authorities)));
    }
}
