package io.countersign.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.catalina.Globals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs once if an address that is not a trusted proxy sends headers of a proxy. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UntrustedProxyWarning extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UntrustedProxyWarning.class);

    private final AtomicBoolean logged = new AtomicBoolean();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!logged.get() && request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null) {
            forwarded(request)
                    .filter(header -> logged.compareAndSet(false, true))
                    .ifPresent(header -> log.warn(
                            "{} is ignored, because {} is not a trusted proxy. If it is your proxy, add its address to"
                                    + " server.tomcat.remoteip.internal-proxies, or else sign-in over TLS does not work.",
                            header,
                            request.getRemoteAddr()));
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> forwarded(HttpServletRequest request) {
        return Stream.of("X-Forwarded-Proto", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port")
                .filter(header -> request.getHeader(header) != null)
                .findFirst();
    }
}
