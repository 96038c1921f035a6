package io.countersign.http;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What a page reads from the database once, although several of its parts ask for it. A request that may change
 * something reads each time, and so does a background job.
 */
public final class PageReads {

    private static final String ATTRIBUTE = PageReads.class.getName();

    private PageReads() {}

    /** @param key equal only for reads of the same rows */
    @SuppressWarnings("unchecked")
    public static <T> T once(Object key, Supplier<T> read) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page)
                || !HttpMethod.GET.matches(page.getRequest().getMethod())) {
            return read.get();
        }
        Map<Object, Object> known = known(page);
        if (!known.containsKey(key)) {
            known.put(key, read.get());
        }
        return (T) known.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> known(ServletRequestAttributes page) {
        var known = (Map<Object, Object>) page.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = new HashMap<>();
            page.setAttribute(ATTRIBUTE, known, RequestAttributes.SCOPE_REQUEST);
        }
        return known;
    }
}
