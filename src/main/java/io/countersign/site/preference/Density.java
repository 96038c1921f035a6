package io.countersign.site.preference;

import io.countersign.http.HostCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** The density of the queue: one line for each row, unless a cookie asks for the comfortable one. */
public final class Density {

    private static final String COOKIE = "density";
    private static final String COMFORTABLE = "comfortable";

    private Density() {}

    public static boolean comfortable(HttpServletRequest request) {
        return HostCookie.read(COOKIE, request).filter(COMFORTABLE::equals).isPresent();
    }

    /** Stores {@code comfortable} for a year; any other value deletes the cookie. */
    static void store(String density, HttpServletRequest request, HttpServletResponse response) {
        HostCookie.set(COOKIE, COMFORTABLE.equals(density) ? COMFORTABLE : "", Duration.ofDays(365), request, response);
    }
}
