package io.countersign.identity.security;

import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.passkey.PasskeyPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Takes the identity from the session and the roles from the database on every request. A disabled user is signed out
 * with the next request, on every replica. A session without a required passkey has no roles.
 */
class RefreshingSecurityContextRepository implements SecurityContextRepository {

    private final SecurityContextRepository sessions;
    private final PersonRepository personRepository;
    private final PasskeyPolicy passkeys;

    RefreshingSecurityContextRepository(
            SecurityContextRepository sessions, PersonRepository personRepository, PasskeyPolicy passkeys) {
        this.sessions = sessions;
        this.personRepository = personRepository;
        this.passkeys = passkeys;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Lazily(sessions.loadDeferredContext(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }

    private SecurityContext current(SecurityContext remembered) {
        Authentication authentication = remembered.getAuthentication();
        if (authentication == null) {
            return remembered;
        }
        return personRepository
                .find(authentication.getName())
                .filter(Person::enabled)
                .<SecurityContext>map(person -> new SecurityContextImpl(as(person, authentication)))
                .orElseGet(SecurityContextImpl::new);
    }

    private Authentication as(Person person, Authentication remembered) {
        List<GrantedAuthority> authorities = new ArrayList<>(RoleAuthorities.of(person.roles()));
        remembered.getAuthorities().stream()
                .filter(authority ->
                        !RoleAuthorities.isRole(authority) && !authority.equals(PasskeyPolicy.NEEDS_PASSKEY))
                .forEach(authorities::add);
        if (passkeys.missing(authorities)) {
            authorities.removeIf(RoleAuthorities::isRole);
            authorities.add(PasskeyPolicy.NEEDS_PASSKEY);
        }
        var current = UsernamePasswordAuthenticationToken.authenticated(
                remembered.getPrincipal(), remembered.getCredentials(), authorities);
        current.setDetails(remembered.getDetails());
        return current;
    }

    /** Loads the user only when needed, so that requests for style sheets need no query. */
    private final class Lazily implements DeferredSecurityContext {

        private final DeferredSecurityContext remembered;
        private @Nullable SecurityContext current;

        Lazily(DeferredSecurityContext remembered) {
            this.remembered = remembered;
        }

        @Override
        public SecurityContext get() {
            if (current == null) {
                current = RefreshingSecurityContextRepository.this.current(remembered.get());
            }
            return current;
        }

        @Override
        public boolean isGenerated() {
            return remembered.isGenerated();
        }
    }
}
