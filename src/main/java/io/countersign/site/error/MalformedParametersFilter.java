package io.countersign.site.error;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Responds with 400 to parameters that cannot be decoded, such as {@code q=%zz}, and to parameters of the path. They are
 * client errors: the filter reads them before the servlet does, which would log a stack trace with their text.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class MalformedParametersFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().indexOf(';') >= 0) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return;
        }
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            // Tomcat has already answered if the body is not what its headers say
            if (!response.isCommitted()) {
                response.sendError(unreadable.getErrorCode());
            }
            return;
        }
        chain.doFilter(request, response);
    }
}
