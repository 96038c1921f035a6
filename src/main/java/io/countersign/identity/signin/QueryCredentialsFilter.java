package io.countersign.identity.signin;

import io.countersign.identity.FormPassword;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses requests with a username, a password or a setup token in the query. Proxies and browsers keep addresses, and the container reads
 * a parameter of the query before the field of the same name in the form. Runs after the check that the query can be decoded.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class QueryCredentialsFilter extends OncePerRequestFilter {

    private static final Set<String> CREDENTIALS =
            Set.of("username", "password", "repeated", "token", FormPassword.FIELD);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasCredentials(request.getQueryString())) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean hasCredentials(String query) {
        return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet().stream()
                .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                .anyMatch(CREDENTIALS::contains);
    }
}
