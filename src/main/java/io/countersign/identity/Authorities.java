package io.countersign.identity;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles in Spring Security's words. */
final class Authorities {

    private static final String PREFIX = "ROLE_";

    private Authorities() {}

    static List<GrantedAuthority> of(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(PREFIX + role))
                .toList();
    }

    static boolean isRole(GrantedAuthority authority) {
        return authority.getAuthority() != null && authority.getAuthority().startsWith(PREFIX);
    }
}
