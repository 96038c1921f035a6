package io.countersign.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of the application. The prefix {@code __Host-} makes browsers refuse a cookie that another host or a
 * connection without TLS sets. Browsers do not store such cookies from plain HTTP, so that a loopback address, which
 * needs no TLS, gets cookies without the prefix.
 */
public final class HostCookie {

    /** The age of a cookie that the browser keeps until it ends. */
    public static final Duration UNTIL_BROWSER_ENDS = Duration.ofSeconds(-1);

    private static final String PREFIX = "__Host-";
    private static final Pattern LOOPBACK =
            Pattern.compile("(.+\\.)?localhost|127(\\.[0-9]{1,3}){3}|\\[?(0:0:0:0:0:0:0|:):1]?");

    private HostCookie() {}

    /** Returns true unless the browser uses plain HTTP to a loopback address. */
    public static boolean needsTls(HttpServletRequest request) {
        return request.isSecure() || !LOOPBACK.matcher(request.getServerName()).matches();
    }

    /** Returns the name that browsers see. */
    public static String name(String name, HttpServletRequest request) {
        return needsTls(request) ? PREFIX + name : name;
    }

    /**
     * Sets a cookie that scripts cannot read.
     *
     * @param value an empty value removes the cookie
     * @param age negative: until the browser ends
     */
    public static void set(
            String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name(name, request), value)
                .path("/")
                .maxAge(value.isEmpty() ? Duration.ZERO : age)
                .secure(needsTls(request))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    public static Optional<String> read(String name, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(name, request)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }
}
