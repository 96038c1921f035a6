package io.countersign.site.preference;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The keyboard shortcuts setting: enabled unless a cookie disables it. */
public final class KeyboardShortcuts {

    public static final String COOKIE = "keys";
    public static final String OFF = "off";

    private KeyboardShortcuts() {}

    /** Stores {@code off} for a year; any other value enables the shortcuts. */
    static ResponseCookie cookie(String keys, String contextPath, boolean secure) {
        boolean off = OFF.equals(keys);
        return ResponseCookie.from(COOKIE, off ? OFF : "")
                .path(contextPath + "/")
                .maxAge(off ? Duration.ofDays(365) : Duration.ZERO)
                .sameSite("Lax")
                .secure(secure)
                .build();
    }
}
