package io.countersign.site.error;

import io.countersign.http.LimitProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Rejects forms with a list of too many lines. */
@Configuration(proxyBeanMethods = false)
class LineLimit implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final LimitProperties limits;

    LineLimit(LimitProperties limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("POST")
                && request.getParameterMap().values().stream()
                        .flatMap(Stream::of)
                        .anyMatch(value -> LINE_BREAK.matcher(value).results().count() >= limits.lines())) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "A text has too many lines. At most %,d are possible; no changes were made."
                            .formatted(limits.lines()));
        }
        return true;
    }
}
