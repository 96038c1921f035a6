package io.countersign.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go back to: a path of this application with its query, never another site. */
final class ReturnPath {

    private static final String HOME = "/";

    private ReturnPath() {}

    /** The page that is shown; the queue where that page cannot simply be asked for again. */
    static String of(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return HOME;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        return safe(query == null ? path : path + "?" + query);
    }

    /** The page that sent the form, by what its browser tells; null where it tells nothing or names another site. */
    static @Nullable String referer(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        String site = url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
        String referer = request.getHeader("Referer");
        return referer != null && referer.startsWith(site + "/") ? safe(referer.substring(site.length())) : null;
    }

    /** The path itself, or the queue where it would lead elsewhere. */
    static String safe(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            return HOME;
        }
        try {
            URI uri = new URI(path);
            return uri.getRawAuthority() == null && !uri.isAbsolute() ? uri.toASCIIString() : HOME;
        } catch (URISyntaxException unreadable) {
            return HOME;
        }
    }
}
