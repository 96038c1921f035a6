package io.countersign;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Requests of users who have just given their password. */
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(String name, String role) {
        return user(name)
                .authorities(
                        new SimpleGrantedAuthority("ROLE_" + role),
                        FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
    }
}
