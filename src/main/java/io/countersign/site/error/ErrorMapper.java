package io.countersign.site.error;

import io.countersign.identity.LocalRedirect;
import io.countersign.site.error.ErrorView.Link;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Maps errors to messages, and logs internal errors with a reference. */
@Component
class ErrorMapper {

    /** Set if a form had no valid token: {@code signed-out} if its user is signed out, otherwise {@code expired}. */
    static final String EXPIRED = "countersign.expired";

    /** Set if an access was refused for a reason that the user may read: its message. */
    static final String NOT_YOURS = "countersign.not-yours";

    private static final Logger log = LoggerFactory.getLogger(ErrorMapper.class);

    private final ErrorAttributes errors;
    private final MessageSourceAccessor messages;
    private final PublicErrorMessages publicErrorMessages;
    private final TypedTexts typedTexts;

    ErrorMapper(ErrorAttributes errors, MessageSource messages) {
        this.errors = errors;
        this.typedTexts = new TypedTexts(messages);
        this.messages = new MessageSourceAccessor(messages, Locale.ENGLISH);
        this.publicErrorMessages = new PublicErrorMessages(this.messages);
    }

    ErrorView of(HttpServletRequest request, HttpStatus status) {
        Throwable cause = errors.getError(new ServletWebRequest(request));
        List<TypedText> typed = typedTexts.of(request);
        if (status.is5xxServerError()) {
            return new ErrorView(status.value(), title("5xx"), text("5xx"), reference(request, cause), null, typed);
        }
        if (request.getAttribute(EXPIRED) instanceof String why) {
            return new ErrorView(status.value(), title(why), text(why), null, back(why, request), typed);
        }
        if (request.getAttribute(NOT_YOURS) instanceof String words) {
            return new ErrorView(status.value(), title("403"), words, null, null, typed);
        }
        String kind = kind(status);
        String reason = publicErrorMessages.of(cause);
        return new ErrorView(status.value(), title(kind), reason == null ? text(kind) : reason, null, null, typed);
    }

    /** Returns the page of the form. It needs a sign-in, which leads back to it. */
    private @Nullable Link back(String why, HttpServletRequest request) {
        String page = LocalRedirect.toReferer(request);
        if (why.equals("signed-out")) {
            return new Link(page == null ? "/login" : page, messages.getMessage("site.error.sign-in"));
        }
        return page == null ? null : new Link(page, messages.getMessage("site.error.back"));
    }

    private static String reference(HttpServletRequest request, @Nullable Throwable cause) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        // the container dispatches errors as GET, regardless of the original method
        Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        log.error("Reference {}: {} failed", reference, method == null ? request.getMethod() : method, cause);
        return reference;
    }

    private String kind(HttpStatus status) {
        String own = Integer.toString(status.value());
        return messages.getMessage("site.error." + own + ".title", "").isEmpty() ? "4xx" : own;
    }

    private String title(String kind) {
        return messages.getMessage("site.error." + kind + ".title");
    }

    private String text(String kind) {
        return messages.getMessage("site.error." + kind + ".text");
    }
}
