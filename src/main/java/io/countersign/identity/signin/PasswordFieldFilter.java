package io.countersign.identity.signin;

import io.countersign.identity.FormPassword;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a form that uses the space of {@link PasswordFieldConfiguration} for something other than the password. */
class PasswordFieldFilter extends OncePerRequestFilter {

    private final int fields;
    private final long bytes;

    /**
     * @param fields the most fields of a form without the password; negative for no limit
     * @param bytes its largest size; negative for no limit
     */
    PasswordFieldFilter(int fields, long bytes) {
        this.fields = fields;
        this.bytes = bytes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean withPassword = request.getParameterMap().containsKey(FormPassword.FIELD);
        if (exceeds(count(request) - (withPassword ? 1 : 0), fields)
                || !withPassword && exceeds(request.getContentLengthLong(), bytes)) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private static long count(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .mapToLong(values -> values.length)
                .sum();
    }

    private static boolean exceeds(long actual, long limit) {
        return limit >= 0 && actual > limit;
    }
}
