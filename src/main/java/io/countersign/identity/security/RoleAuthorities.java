package io.countersign.identity.security;

import io.countersign.identity.Role;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Converts roles to Spring Security authorities. */
public final class RoleAuthorities {

    /** The authority of a session that has no roles, because it needs a passkey first. */
    public static final GrantedAuthority NEEDS_PASSKEY = new SimpleGrantedAuthority("NEEDS_PASSKEY");

    private static final String PREFIX = "ROLE_";

    private RoleAuthorities() {}

    public static List<GrantedAuthority> of(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(PREFIX + role))
                .toList();
    }

    /** Returns whether the session of a request has no roles, because it needs a passkey first. */
    public static boolean needsPasskey() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null && person.getAuthorities().contains(NEEDS_PASSKEY);
    }

    static boolean isRole(GrantedAuthority authority) {
        return authority.getAuthority() != null && authority.getAuthority().startsWith(PREFIX);
    }
}
