package io.countersign.identity.security;

import io.countersign.identity.Person;
import io.countersign.identity.WarmUpAccess;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in a request with the token of {@link WarmUpAccess}, without a session and for reading only. */
class WarmUpFilter extends OncePerRequestFilter {

    private final WarmUpAccess access;

    WarmUpFilter(WarmUpAccess access) {
        this.access = access;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(WarmUpAccess.HEADER) == null || !HttpMethod.GET.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        access.userOf(request.getHeader(WarmUpAccess.HEADER)).ifPresent(user -> {
            WarmUpAccess.mark(request);
            signIn(user);
        });
        next.doFilter(request, response);
    }

    private static void signIn(Person user) {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                user.name(), null, RoleAuthorities.of(user.roles()))));
    }
}
