package io.countersign.site.preference;

import io.countersign.http.HostCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** The keyboard shortcuts setting: enabled unless a cookie disables it. */
public final class KeyboardShortcuts {

    private static final String COOKIE = "keys";
    private static final String OFF = "off";

    private KeyboardShortcuts() {}

    public static boolean off(HttpServletRequest request) {
        return HostCookie.read(COOKIE, request).filter(OFF::equals).isPresent();
    }

    /** Stores {@code off} for a year; any other value enables the shortcuts. */
    static void store(String keys, HttpServletRequest request, HttpServletResponse response) {
        HostCookie.set(COOKIE, OFF.equals(keys) ? OFF : "", Duration.ofDays(365), request, response);
    }
}
