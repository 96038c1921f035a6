package io.countersign.identity.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.http.HostCookie;
import io.countersign.identity.LocalRedirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** Keeps the path of the page that a visitor requested in a cookie until the sign-in, so that no session is needed. */
class RequestedPage implements RequestCache {

    private static final String COOKIE = "page";
    private static final int LONGEST = 2000;
    private static final Duration KEPT = Duration.ofMinutes(15);

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String page = LocalRedirect.toPageOf(request);
        if (wantsPage(request) && page.length() > 1 && page.length() <= LONGEST) {
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(UTF_8));
            HostCookie.set(COOKIE, value, KEPT, request, response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return HostCookie.read(COOKIE, request)
                .map(value -> {
                    removeRequest(request, response);
                    return new SimpleSavedRequest(LocalRedirect.to(decoded(value)));
                })
                .orElse(null);
    }

    /** Returns null: the page is requested again after the sign-in, and no request is repeated. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        HostCookie.set(COOKIE, "", Duration.ZERO, request, response);
    }

    /** Scripts of a page fetch parts of pages, which are no pages to return to. */
    private static boolean wantsPage(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        if (destination != null && !destination.equals("document")) {
            return false;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.contains(MediaType.TEXT_HTML_VALUE) || accept.contains(MediaType.ALL_VALUE);
    }

    private static @Nullable String decoded(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
