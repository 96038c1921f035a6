package io.countersign.site.error;

import io.countersign.http.LimitProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Rejects forms with a list of too many lines; the error page names the field. */
@Configuration(proxyBeanMethods = false)
class LineLimit implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final LimitProperties limits;
    private final MessageSourceAccessor messages;
    private final TypedTexts typedTexts;

    LineLimit(LimitProperties limits, MessageSource messages) {
        this.limits = limits;
        this.typedTexts = new TypedTexts(messages);
        this.messages = new MessageSourceAccessor(messages, Locale.ENGLISH);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("POST")) {
            request.getParameterMap().forEach((field, values) -> Stream.of(values)
                    .filter(this::isTooLong)
                    .findFirst()
                    .ifPresent(text -> refuse(field)));
        }
        return true;
    }

    private boolean isTooLong(String text) {
        return LINE_BREAK.matcher(text).results().count() >= limits.lines();
    }

    private void refuse(String field) {
        throw new ResponseStatusException(
                HttpStatus.CONTENT_TOO_LARGE,
                messages.getMessage("site.lines", new Object[] {typedTexts.label(field), limits.lines()}));
    }
}
