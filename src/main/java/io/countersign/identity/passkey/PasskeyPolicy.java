package io.countersign.identity.passkey;

import io.countersign.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Decides who needs a passkey, and where passkeys can be used. */
@Component
@EnableConfigurationProperties(PasskeyProperties.class)
public class PasskeyPolicy {

    /** The authority of a session that has no roles, because it needs a passkey first. */
    public static final GrantedAuthority NEEDS_PASSKEY = new SimpleGrantedAuthority("NEEDS_PASSKEY");

    private final PasskeyProperties properties;

    PasskeyPolicy(PasskeyProperties properties) {
        this.properties = properties;
    }

    /** Returns whether the session of the request has no roles, because it needs a passkey first. */
    public static boolean needsPasskey() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null && person.getAuthorities().contains(NEEDS_PASSKEY);
    }

    /**
     * Returns whether a session has only a password, but one of its roles needs a passkey.
     *
     * @param authorities the roles, and a {@link FactorGrantedAuthority} for each factor
     */
    public boolean missing(Collection<? extends GrantedAuthority> authorities) {
        return has(FactorGrantedAuthority.PASSWORD_AUTHORITY, authorities)
                && !has(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, authorities)
                && properties.roles().stream().anyMatch(role -> has("ROLE_" + role, authorities));
    }

    /** Returns whether a password alone does not give a role. */
    public boolean requiredFor(Role role) {
        return properties.roles().contains(role);
    }

    /** Returns the address at which the browser of a request can use passkeys; empty if it can use none there. */
    public Optional<PasskeySite> site(HttpServletRequest request) {
        return PasskeySite.of(request)
                .filter(site -> properties.host().isEmpty() || properties.host().equals(site.host()));
    }

    /** @throws PasskeyException if the browser of a request can use no passkeys there */
    public PasskeySite requiredSite(HttpServletRequest request) {
        return site(request)
                .orElseThrow(() -> new PasskeyException(
                        "identity.passkey.elsewhere", "passkeys cannot be used at " + request.getServerName()));
    }

    /** Returns the configured host; empty without one. */
    public String host() {
        return properties.host();
    }

    private static boolean has(String factor, Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream().anyMatch(each -> factor.equals(each.getAuthority()));
    }
}
