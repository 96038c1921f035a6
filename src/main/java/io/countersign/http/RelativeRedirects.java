package io.countersign.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.RelativeRedirectFilter;

/** Redirects without the host that the request names, also for HTTP/1.0, and from the context path to its root page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RelativeRedirects extends RelativeRedirectFilter {

    RelativeRedirects() {
        setRedirectStatus(HttpStatus.FOUND);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String context = request.getContextPath();
        boolean withoutSlash = !context.isEmpty() && request.getRequestURI().equals(context);
        super.doFilterInternal(
                request,
                response,
                withoutSlash ? (any, out) -> ((HttpServletResponse) out).sendRedirect(context + "/") : chain);
    }
}
