package io.countersign.http;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a page reads from the database once, although several of its parts ask for it. A request that may change
 * something reads each time, and so does a background job. Nothing may change what a page has read.
 */
public final class PageReads {

    private static final ThreadLocal<@Nullable Map<Object, Object>> PAGE = new ThreadLocal<>();

    private PageReads() {}

    static void begin() {
        PAGE.set(new HashMap<>());
    }

    static void end() {
        PAGE.remove();
    }

    /** @param key equal only for reads of the same rows */
    @SuppressWarnings("unchecked")
    public static <T> T once(Object key, Supplier<T> read) {
        Map<Object, Object> known = PAGE.get();
        if (known == null) {
            return read.get();
        }
        if (!known.containsKey(key)) {
            known.put(key, read.get());
        }
        return (T) known.get(key);
    }

    /** Makes the page read it again. */
    public static void forget(Object key) {
        Map<Object, Object> known = PAGE.get();
        if (known != null) {
            known.remove(key);
        }
    }
}
