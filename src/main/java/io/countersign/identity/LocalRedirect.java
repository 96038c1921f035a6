package io.countersign.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Restricts redirects to paths of this application, to prevent open redirects. */
public final class LocalRedirect {

    private static final String HOME = "/";

    /** A response header has at most 8 KB, and a path can be encoded once more. */
    private static final int LONGEST = 2000;

    private LocalRedirect() {}

    /** Returns the path, or the start page if it is missing, too long or leads to another site. */
    public static String to(@Nullable String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return HOME;
        }
        try {
            URI uri = new URI(path);
            String encoded = uri.toASCIIString();
            return uri.getRawAuthority() == null && !uri.isAbsolute() && encoded.length() <= LONGEST ? encoded : HOME;
        } catch (URISyntaxException unreadable) {
            return HOME;
        }
    }

    /** Returns the path of the current page, or the start page if it cannot be requested with GET. */
    public static String toPageOf(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return HOME;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        return to(query == null ? path : path + "?" + query);
    }

    /** Returns the page that sent the form, from its Referer header; null if it is missing or names another site. */
    public static @Nullable String toReferer(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        String site = url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
        String referer = request.getHeader("Referer");
        return referer != null && referer.startsWith(site + "/") ? to(referer.substring(site.length())) : null;
    }
}
