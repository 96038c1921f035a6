package io.countersign.site.error;

import io.countersign.database.DatabaseFailure;
import io.countersign.http.SecurityHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Shows an error page if the database is unavailable. The filter runs before sessions are loaded, because they are
 * stored in the database; the page needs neither session nor sign-in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseUnavailableFilter extends OncePerRequestFilter {

    /** Set while a decision is being sent: a failure then does not prove that nothing was sent. */
    static final String SENDING = "countersign.sending";

    private static final Logger log = LoggerFactory.getLogger(DatabaseUnavailableFilter.class);
    private static final String DECIDING = "/invitations/[^/]+/decisions";

    private final ITemplateEngine templates;
    private final TypedTexts typedTexts;

    DatabaseUnavailableFilter(ITemplateEngine templates, MessageSource messages) {
        this.templates = templates;
        this.typedTexts = new TypedTexts(messages);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            Optional<String> cause = DatabaseFailure.cause(failed);
            if (cause.isEmpty() || response.isCommitted() && !isRedirect(response)) {
                throw failed;
            }
            if (response.isCommitted()) {
                // the redirect is complete and true; only the session was not saved
                log.error("The database became unavailable after the response: {}", cause.get());
            } else {
                say(request, response, cause.get());
            }
        }
    }

    private static boolean isRedirect(HttpServletResponse response) {
        return HttpStatus.valueOf(response.getStatus()).is3xxRedirection();
    }

    private void say(HttpServletRequest request, HttpServletResponse response, String cause) throws IOException {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("Reference {}: the database is unavailable: {}", reference, cause);
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SecurityHeaders.set(request, response);
        Map<String, @Nullable Object> model = Map.of(
                "reference", reference,
                "root", request.getContextPath(),
                "nothingSent", nothingWasSent(request),
                "typed", typedTexts.of(request));
        templates.process("database-gone", new Context(Locale.ENGLISH, model), response.getWriter());
    }

    /** Returns true only if it is certain. */
    private static boolean nothingWasSent(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.matches(DECIDING) && request.getAttribute(SENDING) == null;
    }
}
