package io.countersign.identity.security;

import io.countersign.identity.Role;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Converts roles to Spring Security authorities. */
public final class RoleAuthorities {

    private static final String PREFIX = "ROLE_";

    private RoleAuthorities() {}

    public static List<GrantedAuthority> of(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(PREFIX + role))
                .toList();
    }

    static boolean isRole(GrantedAuthority authority) {
        return authority.getAuthority() != null && authority.getAuthority().startsWith(PREFIX);
    }
}
