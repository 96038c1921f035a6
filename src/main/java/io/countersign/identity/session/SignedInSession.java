package io.countersign.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session of a signed-in user, as pages show it.
 *
 * @param key identifies the session on pages; it is not the session ID and gives no access
 * @param browser the name of the browser; null if it said nothing about itself
 */
public record SignedInSession(
        String key,
        String person,
        Instant startedAt,
        Instant lastUsedAt,
        String address,
        @Nullable String browser) {

    private static final String KEY = "countersign.session.key";
    private static final String ADDRESS = "countersign.session.address";
    private static final String BROWSER = "countersign.session.browser";
    private static final int LONGEST_BROWSER = 200;

    /** Stores what the list of sessions shows, as text, so that every version of the application can read the session. */
    public static void describe(HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.setAttribute(KEY, UUID.randomUUID().toString());
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        String browser = request.getHeader("User-Agent");
        if (browser != null) {
            session.setAttribute(BROWSER, browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER)));
        }
    }

    /** Returns the key of the session of a request; empty if it has none. */
    public static String keyOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : Objects.requireNonNullElse((String) session.getAttribute(KEY), "");
    }

    static SignedInSession of(String person, Session session) {
        return new SignedInSession(
                session.getAttributeOrDefault(KEY, ""),
                person,
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getAttributeOrDefault(ADDRESS, ""),
                BrowserName.of(session.getAttribute(BROWSER)));
    }
}
