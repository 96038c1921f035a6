package io.countersign.site;

import io.countersign.identity.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where to go back to: a path of this application with its query, never another site. */
public final class ReturnPath {

    private ReturnPath() {}

    /** The page that is shown; the queue where that page cannot simply be asked for again. */
    public static String of(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return LocalPath.HOME;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        return safe(query == null ? path : path + "?" + query);
    }

    /** The page that sent the form, by what its browser tells; null where it tells nothing or names another site. */
    static @Nullable public String referer(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        String site = url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
        String referer = request.getHeader("Referer");
        return referer != null && referer.startsWith(site + "/") ? safe(referer.substring(site.length())) : null;
    }

    /** The path itself, or the queue where it would lead elsewhere. */
    public static String safe(String path) {
        return LocalPath.of(path);
    }
}
