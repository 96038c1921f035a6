package io.countersign.identity.security;

import io.countersign.http.HostCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;

/** The cookie with the session ID. */
@Component
class SessionCookie implements CookieSerializer {

    private static final String NAME = "COUNTERSIGN";

    @Override
    public void writeCookieValue(CookieValue cookie) {
        HostCookie.set(
                NAME,
                cookie.getCookieValue(),
                HostCookie.UNTIL_BROWSER_ENDS,
                cookie.getRequest(),
                cookie.getResponse());
    }

    /** Returns all values, because a browser may send a stale one too. */
    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String name = HostCookie.name(NAME, request);
        return cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .toList();
    }
}
